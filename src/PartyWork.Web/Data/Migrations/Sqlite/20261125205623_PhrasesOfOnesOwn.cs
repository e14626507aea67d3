using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PhrasesOfOnesOwn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PersonId",
                table: "ReturnPhrases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "ReturnPhrases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases",
                columns: new[] { "PersonId", "Text" },
                unique: true);

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
        }
    }
}
