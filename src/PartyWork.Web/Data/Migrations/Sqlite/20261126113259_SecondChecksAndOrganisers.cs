using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondChecksAndOrganisers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessmentRound");

            migrationBuilder.DropTable(
                name: "RubricCount");

            migrationBuilder.DropIndex(
                name: "IX_ScoreSheets_RoundId_OrganizationId",
                table: "ScoreSheets");

            migrationBuilder.AddColumn<string>(
                name: "Agreed",
                table: "ScoreSheets",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "AgreedAt",
                table: "ScoreSheets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgreedBy",
                table: "ScoreSheets",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "CheckedId",
                table: "ScoreSheets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CheckSeed",
                table: "Rounds",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "OrganizerId",
                table: "Rounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Plan_LeastLoad",
                table: "Rounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 8);

            migrationBuilder.AddColumn<int>(
                name: "Plan_MostLoad",
                table: "Rounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 12);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_CheckedId",
                table: "ScoreSheets",
                column: "CheckedId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_RoundId_OrganizationId",
                table: "ScoreSheets",
                columns: new[] { "RoundId", "OrganizationId" },
                unique: true,
                filter: "CheckedId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_OrganizerId",
                table: "Rounds",
                column: "OrganizerId");

            migrationBuilder.AddForeignKey(
                name: "FK_Rounds_Organizations_OrganizerId",
                table: "Rounds",
                column: "OrganizerId",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_ScoreSheets_ScoreSheets_CheckedId",
                table: "ScoreSheets",
                column: "CheckedId",
                principalTable: "ScoreSheets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Rounds_Organizations_OrganizerId",
                table: "Rounds");

            migrationBuilder.DropForeignKey(
                name: "FK_ScoreSheets_ScoreSheets_CheckedId",
                table: "ScoreSheets");

            migrationBuilder.DropIndex(
                name: "IX_ScoreSheets_CheckedId",
                table: "ScoreSheets");

            migrationBuilder.DropIndex(
                name: "IX_ScoreSheets_RoundId_OrganizationId",
                table: "ScoreSheets");

            migrationBuilder.DropIndex(
                name: "IX_Rounds_OrganizerId",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Agreed",
                table: "ScoreSheets");

            migrationBuilder.DropColumn(
                name: "AgreedAt",
                table: "ScoreSheets");

            migrationBuilder.DropColumn(
                name: "AgreedBy",
                table: "ScoreSheets");

            migrationBuilder.DropColumn(
                name: "CheckedId",
                table: "ScoreSheets");

            migrationBuilder.DropColumn(
                name: "CheckSeed",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "OrganizerId",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Plan_LeastLoad",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "Plan_MostLoad",
                table: "Rounds");

            migrationBuilder.CreateTable(
                name: "AssessmentRound",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentRound", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentRound_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RubricCount",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Categories = table.Column<int>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Items = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RubricCount", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RubricCount_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_RoundId_OrganizationId",
                table: "ScoreSheets",
                columns: new[] { "RoundId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRound_On",
                table: "AssessmentRound",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRound_OrganizationId_On",
                table: "AssessmentRound",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_RubricCount_On",
                table: "RubricCount",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_RubricCount_OrganizationId_On",
                table: "RubricCount",
                columns: new[] { "OrganizationId", "On" });
        }
    }
}
