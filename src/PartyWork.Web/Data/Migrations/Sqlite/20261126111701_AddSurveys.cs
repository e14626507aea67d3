using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSurveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SurveyId",
                table: "EvidenceUses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Slips = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sample = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    QuestionsText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    PrintedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Answered = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredOnPaper = table.Column<int>(type: "INTEGER", nullable: false),
                    TallyText = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Surveys_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperCounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ballots = table.Column<int>(type: "INTEGER", nullable: false),
                    CountsText = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PaperCounts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperCounts_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyBallots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Choices = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyBallots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyBallots_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyOpinions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyOpinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyOpinions_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyRates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<int>(type: "INTEGER", nullable: false),
                    Numerator = table.Column<int>(type: "INTEGER", nullable: false),
                    Denominator = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyRates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyRates_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyRates_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyTokens",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SurveyId = table.Column<int>(type: "INTEGER", nullable: false),
                    Seal = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    IsUsed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyTokens_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_SurveyId",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "SurveyId" },
                unique: true,
                filter: "SurveyId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_SurveyId",
                table: "EvidenceUses",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperCounts_OrganizationId",
                table: "PaperCounts",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PaperCounts_SurveyId_No",
                table: "PaperCounts",
                columns: new[] { "SurveyId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperCounts_SurveyId_PersonId",
                table: "PaperCounts",
                columns: new[] { "SurveyId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyBallots_SurveyId",
                table: "SurveyBallots",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyOpinions_SurveyId",
                table: "SurveyOpinions",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyRates_Measure_On",
                table: "SurveyRates",
                columns: new[] { "Measure", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyRates_OrganizationId",
                table: "SurveyRates",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyRates_SurveyId_Measure",
                table: "SurveyRates",
                columns: new[] { "SurveyId", "Measure" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_OrganizationId_Year_Kind",
                table: "Surveys",
                columns: new[] { "OrganizationId", "Year", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_Year",
                table: "Surveys",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyTokens_Seal",
                table: "SurveyTokens",
                column: "Seal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyTokens_SurveyId_IsUsed",
                table: "SurveyTokens",
                columns: new[] { "SurveyId", "IsUsed" });

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceUses_Surveys_SurveyId",
                table: "EvidenceUses",
                column: "SurveyId",
                principalTable: "Surveys",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceUses_Surveys_SurveyId",
                table: "EvidenceUses");

            migrationBuilder.DropTable(
                name: "PaperCounts");

            migrationBuilder.DropTable(
                name: "SurveyBallots");

            migrationBuilder.DropTable(
                name: "SurveyOpinions");

            migrationBuilder.DropTable(
                name: "SurveyRates");

            migrationBuilder.DropTable(
                name: "SurveyTokens");

            migrationBuilder.DropTable(
                name: "Surveys");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_ItemId_SurveyId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_SurveyId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "SurveyId",
                table: "EvidenceUses");
        }
    }
}
