using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PhrasesOfOnesOwn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "ReturnPhrases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(300)",
                oldMaxLength: 300);

            migrationBuilder.AddColumn<int>(
                name: "PersonId",
                table: "ReturnPhrases",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ReturnPhrases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases",
                columns: new[] { "PersonId", "Text" },
                unique: true,
                filter: "[PersonId] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_ReturnPhrases_Persons_PersonId",
                table: "ReturnPhrases",
                column: "PersonId",
                principalTable: "Persons",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ReturnPhrases_Persons_PersonId",
                table: "ReturnPhrases");

            migrationBuilder.DropIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "ReturnPhrases");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "ReturnPhrases");

            migrationBuilder.AlterColumn<string>(
                name: "Text",
                table: "ReturnPhrases",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(200)",
                oldMaxLength: 200);
        }
    }
}
