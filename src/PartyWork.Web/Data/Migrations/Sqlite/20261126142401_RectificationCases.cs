using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RectificationCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RectificationBatches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_DocumentNo = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Scheme_FirstSecretaries = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_Leaders = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_LeastLeaderVisits = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_LeastMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_LeastOnPostDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_LeastTeamMembers = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_Method = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Scheme_Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Scheme_Quota = table.Column<int>(type: "INTEGER", nullable: true),
                    Scheme_SupportUnits = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme_WorkTeams = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RectificationBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RectificationCases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<int>(type: "INTEGER", nullable: false),
                    Causes = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Aim = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ListingNo = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    RolesDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlanApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Baseline_Households = table.Column<int>(type: "INTEGER", nullable: true),
                    Baseline_Petitions = table.Column<int>(type: "INTEGER", nullable: true),
                    Baseline_Residents = table.Column<int>(type: "INTEGER", nullable: true),
                    Baseline_Satisfied = table.Column<int>(type: "INTEGER", nullable: true),
                    Baseline_Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Baseline_Votes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RectificationCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RectificationCases_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RectificationCases_RectificationBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "RectificationBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseDirections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Direction = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDirections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDirections_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseDirections_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseHelpers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    HoldingId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseHelpers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseHelpers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseHelpers_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseHelpers_PostHoldings_HoldingId",
                        column: x => x.HoldingId,
                        principalTable: "PostHoldings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseHelpers_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseProblems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProblemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ExplainedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ExplainedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseProblems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseProblems_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseProblems_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseProblems_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseSteps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Method = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseSteps_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseSteps_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDirections_CaseId_Month",
                table: "CaseDirections",
                columns: new[] { "CaseId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseDirections_OrganizationId",
                table: "CaseDirections",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseHelpers_CaseId_Role",
                table: "CaseHelpers",
                columns: new[] { "CaseId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseHelpers_HoldingId",
                table: "CaseHelpers",
                column: "HoldingId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseHelpers_OrganizationId",
                table: "CaseHelpers",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseHelpers_PersonId",
                table: "CaseHelpers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseProblems_CaseId_ProblemId",
                table: "CaseProblems",
                columns: new[] { "CaseId", "ProblemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseProblems_OrganizationId",
                table: "CaseProblems",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseProblems_ProblemId",
                table: "CaseProblems",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_CaseId_Stage",
                table: "CaseSteps",
                columns: new[] { "CaseId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseSteps_OrganizationId",
                table: "CaseSteps",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_RectificationBatches_No",
                table: "RectificationBatches",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_BatchId_OrganizationId",
                table: "RectificationCases",
                columns: new[] { "BatchId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_OrganizationId_Stage",
                table: "RectificationCases",
                columns: new[] { "OrganizationId", "Stage" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseDirections");

            migrationBuilder.DropTable(
                name: "CaseHelpers");

            migrationBuilder.DropTable(
                name: "CaseProblems");

            migrationBuilder.DropTable(
                name: "CaseSteps");

            migrationBuilder.DropTable(
                name: "RectificationCases");

            migrationBuilder.DropTable(
                name: "RectificationBatches");
        }
    }
}
