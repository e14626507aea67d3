using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AssessmentWordsAndDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases");

            migrationBuilder.AddColumn<int>(
                name: "Scheme_DebriefDueDay",
                table: "WorkYears",
                type: "int",
                nullable: false,
                defaultValue: 31);

            migrationBuilder.AddColumn<int>(
                name: "Scheme_PledgeDueDay",
                table: "WorkYears",
                type: "int",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<string>(
                name: "SampleSeed",
                table: "Surveys",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SampledOf",
                table: "Surveys",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Use",
                table: "ReturnPhrases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "MembersDebrief",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Speaker = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Entitled = table.Column<int>(type: "int", nullable: false),
                    Present = table.Column<int>(type: "int", nullable: false),
                    Place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Opinions = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MembersDebrief", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MembersDebrief_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhrases_PersonId_Use_Text",
                table: "ReturnPhrases",
                columns: new[] { "PersonId", "Use", "Text" },
                unique: true,
                filter: "[PersonId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MembersDebrief_On",
                table: "MembersDebrief",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_MembersDebrief_OrganizationId_On",
                table: "MembersDebrief",
                columns: new[] { "OrganizationId", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MembersDebrief");

            migrationBuilder.DropIndex(
                name: "IX_ReturnPhrases_PersonId_Use_Text",
                table: "ReturnPhrases");

            migrationBuilder.DropColumn(
                name: "Scheme_DebriefDueDay",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "Scheme_PledgeDueDay",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "SampleSeed",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "SampledOf",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "Use",
                table: "ReturnPhrases");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases",
                columns: new[] { "PersonId", "Text" },
                unique: true,
                filter: "[PersonId] IS NOT NULL");
        }
    }
}
