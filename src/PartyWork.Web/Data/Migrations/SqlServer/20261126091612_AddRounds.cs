using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AddRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SheetLineId",
                table: "Problems",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Phase = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Seed = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    FirstWitness = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SecondWitness = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Plan_AccessUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Plan_DocumentNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Plan_Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Plan_OnSiteFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Plan_OnSiteTo = table.Column<DateOnly>(type: "date", nullable: false),
                    Plan_PlanNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Plan_SelfDue = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentTeam",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentTeam", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentTeam_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recusal",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recusal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recusal_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusal_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusal_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScoreSheets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    RubricId = table.Column<int>(type: "int", nullable: false),
                    TeamId = table.Column<int>(type: "int", nullable: true),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Opinion = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    LetterNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    FeedbackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ObjectionUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ComputedTotal = table.Column<int>(type: "int", nullable: true),
                    SelfTotal = table.Column<int>(type: "int", nullable: true),
                    TeamTotal = table.Column<int>(type: "int", nullable: true),
                    FinalTotal = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_AssessmentTeam_TeamId",
                        column: x => x.TeamId,
                        principalTable: "AssessmentTeam",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ScoreSheets_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamMember",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TeamId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    IsLeader = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamMember_AssessmentTeam_TeamId",
                        column: x => x.TeamId,
                        principalTable: "AssessmentTeam",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamMember_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassScorer",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Category = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassScorer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassScorer_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClassScorer_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Objection",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Ground = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    FiledBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    FiledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: true),
                    FirstReviewer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SecondReviewer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Opinion = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objection_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objection_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SheetLine",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Points = table.Column<int>(type: "int", nullable: false),
                    Worth = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Inputs = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Months = table.Column<int>(type: "int", nullable: false),
                    Computed = table.Column<int>(type: "int", nullable: true),
                    ComputedSentence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Self = table.Column<int>(type: "int", nullable: true),
                    SelfReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Given = table.Column<int>(type: "int", nullable: true),
                    IsNotApplicable = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    FactsText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ScoredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ScoredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Team = table.Column<int>(type: "int", nullable: true),
                    TeamReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Reviewed = table.Column<int>(type: "int", nullable: true),
                    ReviewReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetLine", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SheetLine_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SheetLine_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_SheetLineId",
                table: "Problems",
                column: "SheetLineId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentTeam_RoundId_No",
                table: "AssessmentTeam",
                columns: new[] { "RoundId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClassScorer_OrganizationId",
                table: "ClassScorer",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassScorer_SheetId_Category",
                table: "ClassScorer",
                columns: new[] { "SheetId", "Category" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Objection_OrganizationId",
                table: "Objection",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Objection_SheetId_Code",
                table: "Objection",
                columns: new[] { "SheetId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recusal_OrganizationId",
                table: "Recusal",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Recusal_PersonId",
                table: "Recusal",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Recusal_RoundId_PersonId_OrganizationId",
                table: "Recusal",
                columns: new[] { "RoundId", "PersonId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_Year_No",
                table: "Rounds",
                columns: new[] { "Year", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_OrganizationId_Stage",
                table: "ScoreSheets",
                columns: new[] { "OrganizationId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_RoundId_OrganizationId",
                table: "ScoreSheets",
                columns: new[] { "RoundId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_RubricId",
                table: "ScoreSheets",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreSheets_TeamId",
                table: "ScoreSheets",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_SheetLine_OrganizationId",
                table: "SheetLine",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SheetLine_SheetId_No",
                table: "SheetLine",
                columns: new[] { "SheetId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMember_PersonId_TeamId",
                table: "TeamMember",
                columns: new[] { "PersonId", "TeamId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMember_TeamId",
                table: "TeamMember",
                column: "TeamId");

            migrationBuilder.AddForeignKey(
                name: "FK_Problems_SheetLine_SheetLineId",
                table: "Problems",
                column: "SheetLineId",
                principalTable: "SheetLine",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Problems_SheetLine_SheetLineId",
                table: "Problems");

            migrationBuilder.DropTable(
                name: "ClassScorer");

            migrationBuilder.DropTable(
                name: "Objection");

            migrationBuilder.DropTable(
                name: "Recusal");

            migrationBuilder.DropTable(
                name: "SheetLine");

            migrationBuilder.DropTable(
                name: "TeamMember");

            migrationBuilder.DropTable(
                name: "ScoreSheets");

            migrationBuilder.DropTable(
                name: "AssessmentTeam");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_Problems_SheetLineId",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "SheetLineId",
                table: "Problems");
        }
    }
}
