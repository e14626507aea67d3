using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SitesAndRectification : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BeltSite");

            migrationBuilder.DropTable(
                name: "DemonstrationSite");

            migrationBuilder.DropTable(
                name: "LaggingProgress");

            migrationBuilder.DropTable(
                name: "DemonstrationBelt");

            migrationBuilder.DropTable(
                name: "LaggingCase");

            migrationBuilder.AddColumn<int>(
                name: "Unit",
                table: "TeamMember",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "DemonstrationBelts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Responsible = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Route = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ListedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ListingNo = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndWords = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemonstrationBelts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemonstrationBelts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RectificationBatches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Scheme_DocumentNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Scheme_FirstSecretaries = table.Column<int>(type: "int", nullable: false),
                    Scheme_Leaders = table.Column<int>(type: "int", nullable: false),
                    Scheme_LeastLeaderVisits = table.Column<int>(type: "int", nullable: false),
                    Scheme_LeastMonths = table.Column<int>(type: "int", nullable: false),
                    Scheme_LeastOnPostDays = table.Column<int>(type: "int", nullable: false),
                    Scheme_LeastTeamMembers = table.Column<int>(type: "int", nullable: false),
                    Scheme_Method = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Scheme_Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Scheme_Quota = table.Column<int>(type: "int", nullable: true),
                    Scheme_SupportUnits = table.Column<int>(type: "int", nullable: false),
                    Scheme_WorkTeams = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RectificationBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SiteProgrammes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Approver = table.Column<int>(type: "int", nullable: false),
                    BasisDocument = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Wording = table.Column<int>(type: "int", nullable: false),
                    HasPlaques = table.Column<bool>(type: "bit", nullable: false),
                    PerCommittee = table.Column<int>(type: "int", nullable: false),
                    LeastStar = table.Column<int>(type: "int", nullable: false),
                    NoticeDays = table.Column<int>(type: "int", nullable: false),
                    Mark = table.Column<int>(type: "int", nullable: false),
                    DeclareFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    DeclareUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    Types = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    VisitItems = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Numbers_Community = table.Column<int>(type: "int", nullable: false),
                    Numbers_Organ = table.Column<int>(type: "int", nullable: false),
                    Numbers_School = table.Column<int>(type: "int", nullable: false),
                    Numbers_TwoNew = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteProgrammes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BeltMatter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BeltId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Responsible = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BeltMatter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BeltMatter_DemonstrationBelts_BeltId",
                        column: x => x.BeltId,
                        principalTable: "DemonstrationBelts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RectificationCases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    BatchId = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    Reasons = table.Column<int>(type: "int", nullable: false),
                    Causes = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Aim = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ListingNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    RolesDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlanApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Baseline_Households = table.Column<int>(type: "int", nullable: true),
                    Baseline_Petitions = table.Column<int>(type: "int", nullable: true),
                    Baseline_Residents = table.Column<int>(type: "int", nullable: true),
                    Baseline_Satisfied = table.Column<int>(type: "int", nullable: true),
                    Baseline_Source = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Baseline_Votes = table.Column<int>(type: "int", nullable: true)
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
                name: "DemonstrationSites",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    CommitteeId = table.Column<int>(type: "int", nullable: false),
                    ProgrammeId = table.Column<int>(type: "int", nullable: false),
                    FilingId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Domain = table.Column<int>(type: "int", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    DeclaredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DeclaredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EndorsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndorsedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CommitteeOpinion = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ReviewOpinion = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Visitors = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    VisitMarks = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    VisitScore = table.Column<int>(type: "int", nullable: true),
                    ShortlistedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticeFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticeUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    NoticePlace = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmationNo = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Weaknesses = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Leader = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Guide = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    PlanSubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlanSubmittedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    PlanReturnReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    PlanApprovedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlanApprovedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<int>(type: "int", nullable: true),
                    EndWords = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemonstrationSites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemonstrationSites_Filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "Filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemonstrationSites_Organizations_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemonstrationSites_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemonstrationSites_SiteProgrammes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "SiteProgrammes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Acceptances",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Statement = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AppliedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MeetingId = table.Column<int>(type: "int", nullable: true),
                    HouseholdsId = table.Column<int>(type: "int", nullable: true),
                    Petitions = table.Column<int>(type: "int", nullable: true),
                    PetitionsUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    PetitionSource = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: true),
                    Outcome = table.Column<int>(type: "int", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    Satisfied = table.Column<int>(type: "int", nullable: true),
                    ValidVotes = table.Column<int>(type: "int", nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    AgainOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LookBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LookBackWords = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    LookBackBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RelapsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RelapseFact = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RelapseBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Acceptances_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acceptances_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acceptances_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acceptances_Surveys_HouseholdsId",
                        column: x => x.HouseholdsId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Acceptances_Surveys_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseDirections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Direction = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Role = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: true),
                    HoldingId = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    ProblemId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<int>(type: "int", nullable: false),
                    PlannedFen = table.Column<long>(type: "bigint", nullable: true),
                    Explanation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ExplainedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ExplainedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    Method = table.Column<int>(type: "int", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "CaseVisits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Visitor = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Building = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    HouseholdNo = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Households = table.Column<int>(type: "int", nullable: false),
                    Cards = table.Column<int>(type: "int", nullable: false),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseVisits_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseVisits_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeaderVisits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Leader = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Matter = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderVisits_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LeaderVisits_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PracticalThings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Category = table.Column<int>(type: "int", nullable: false),
                    Households = table.Column<int>(type: "int", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    IsPromised = table.Column<bool>(type: "bit", nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticalThings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PracticalThings_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PracticalThings_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RectificationFunds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Source = table.Column<int>(type: "int", nullable: false),
                    Giver = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ArrivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RectificationFunds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RectificationFunds_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RectificationFunds_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupervisionNotes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    No = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Group = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Manner = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupervisionNotes_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupervisionNotes_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BeltRadiation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BeltId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BeltRadiation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BeltRadiation_DemonstrationBelts_BeltId",
                        column: x => x.BeltId,
                        principalTable: "DemonstrationBelts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BeltRadiation_DemonstrationSites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "DemonstrationSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BeltRadiation_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DemonstrationBeltSites",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BeltId = table.Column<int>(type: "int", nullable: false),
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Domain = table.Column<int>(type: "int", nullable: false),
                    Theme = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    IsLead = table.Column<bool>(type: "bit", nullable: false),
                    IsCurrent = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemonstrationBeltSites", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemonstrationBeltSites_DemonstrationBelts_BeltId",
                        column: x => x.BeltId,
                        principalTable: "DemonstrationBelts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemonstrationBeltSites_DemonstrationSites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "DemonstrationSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DemonstrationBeltSites_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SiteDecision",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<int>(type: "int", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RectifyBy = table.Column<DateOnly>(type: "date", nullable: true),
                    MeetingNo = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteDecision_DemonstrationSites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "DemonstrationSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SiteDecision_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SiteMeasure",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    WorkTaskId = table.Column<int>(type: "int", nullable: false),
                    IsMade = table.Column<bool>(type: "bit", nullable: false),
                    FundsFen = table.Column<long>(type: "bigint", nullable: true),
                    Carrier = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Result = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteMeasure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteMeasure_DemonstrationSites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "DemonstrationSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SiteMeasure_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SiteMeasure_WorkTasks_WorkTaskId",
                        column: x => x.WorkTaskId,
                        principalTable: "WorkTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SiteObjection",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SiteId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    IsUpheld = table.Column<bool>(type: "bit", nullable: false),
                    Decision = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteObjection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SiteObjection_DemonstrationSites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "DemonstrationSites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SiteObjection_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResidentOpinions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Source = table.Column<int>(type: "int", nullable: false),
                    Category = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    VisitId = table.Column<int>(type: "int", nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false),
                    MergedIntoId = table.Column<int>(type: "int", nullable: true),
                    Handler = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Result = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    HandledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Told = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    ToldBy = table.Column<int>(type: "int", nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Satisfied = table.Column<bool>(type: "bit", nullable: true),
                    Complaint = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Reopenings = table.Column<int>(type: "int", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentOpinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResidentOpinions_CaseVisits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "CaseVisits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResidentOpinions_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResidentOpinions_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResidentOpinions_ResidentOpinions_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "ResidentOpinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FundSpendings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FundId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Use = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    VoucherNo = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    OneTimeKey = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FundSpendings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FundSpendings_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FundSpendings_RectificationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RectificationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FundSpendings_RectificationFunds_FundId",
                        column: x => x.FundId,
                        principalTable: "RectificationFunds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupervisionProblems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    NoteId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    ProblemId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionProblems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupervisionProblems_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupervisionProblems_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupervisionProblems_SupervisionNotes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "SupervisionNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_CaseId_No",
                table: "Acceptances",
                columns: new[] { "CaseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_HouseholdsId",
                table: "Acceptances",
                column: "HouseholdsId");

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_MeetingId",
                table: "Acceptances",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_OrganizationId_Outcome_DecidedOn",
                table: "Acceptances",
                columns: new[] { "OrganizationId", "Outcome", "DecidedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Acceptances_SheetId",
                table: "Acceptances",
                column: "SheetId");

            migrationBuilder.CreateIndex(
                name: "IX_BeltMatter_BeltId",
                table: "BeltMatter",
                column: "BeltId");

            migrationBuilder.CreateIndex(
                name: "IX_BeltRadiation_BeltId_OrganizationId",
                table: "BeltRadiation",
                columns: new[] { "BeltId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BeltRadiation_OrganizationId",
                table: "BeltRadiation",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_BeltRadiation_SiteId",
                table: "BeltRadiation",
                column: "SiteId");

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
                name: "IX_CaseVisits_CaseId_Building_HouseholdNo",
                table: "CaseVisits",
                columns: new[] { "CaseId", "Building", "HouseholdNo" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseVisits_CaseId_On",
                table: "CaseVisits",
                columns: new[] { "CaseId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseVisits_OneTimeKey",
                table: "CaseVisits",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseVisits_OrganizationId",
                table: "CaseVisits",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationBelts_OrganizationId",
                table: "DemonstrationBelts",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationBeltSites_BeltId",
                table: "DemonstrationBeltSites",
                column: "BeltId");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationBeltSites_OrganizationId",
                table: "DemonstrationBeltSites",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationBeltSites_SiteId",
                table: "DemonstrationBeltSites",
                column: "SiteId",
                unique: true,
                filter: "IsCurrent = 1");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSites_CommitteeId_Stage",
                table: "DemonstrationSites",
                columns: new[] { "CommitteeId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSites_FilingId",
                table: "DemonstrationSites",
                column: "FilingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSites_OrganizationId_Year",
                table: "DemonstrationSites",
                columns: new[] { "OrganizationId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSites_ProgrammeId",
                table: "DemonstrationSites",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSites_Year_Stage",
                table: "DemonstrationSites",
                columns: new[] { "Year", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_FundSpendings_CaseId_On",
                table: "FundSpendings",
                columns: new[] { "CaseId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_FundSpendings_FundId",
                table: "FundSpendings",
                column: "FundId");

            migrationBuilder.CreateIndex(
                name: "IX_FundSpendings_OneTimeKey",
                table: "FundSpendings",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FundSpendings_OrganizationId",
                table: "FundSpendings",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderVisits_CaseId_On",
                table: "LeaderVisits",
                columns: new[] { "CaseId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LeaderVisits_OneTimeKey",
                table: "LeaderVisits",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderVisits_OrganizationId",
                table: "LeaderVisits",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticalThings_CaseId_DoneOn",
                table: "PracticalThings",
                columns: new[] { "CaseId", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PracticalThings_OneTimeKey",
                table: "PracticalThings",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PracticalThings_OrganizationId",
                table: "PracticalThings",
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

            migrationBuilder.CreateIndex(
                name: "IX_RectificationFunds_CaseId_ArrivedOn",
                table: "RectificationFunds",
                columns: new[] { "CaseId", "ArrivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RectificationFunds_OneTimeKey",
                table: "RectificationFunds",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RectificationFunds_OrganizationId",
                table: "RectificationFunds",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_CaseId_No",
                table: "ResidentOpinions",
                columns: new[] { "CaseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_CaseId_State",
                table: "ResidentOpinions",
                columns: new[] { "CaseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_MergedIntoId",
                table: "ResidentOpinions",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_OneTimeKey",
                table: "ResidentOpinions",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_OrganizationId",
                table: "ResidentOpinions",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_VisitId",
                table: "ResidentOpinions",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteDecision_OrganizationId",
                table: "SiteDecision",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteDecision_SiteId",
                table: "SiteDecision",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteMeasure_OrganizationId",
                table: "SiteMeasure",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteMeasure_SiteId",
                table: "SiteMeasure",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteMeasure_WorkTaskId",
                table: "SiteMeasure",
                column: "WorkTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteObjection_OrganizationId",
                table: "SiteObjection",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteObjection_SiteId",
                table: "SiteObjection",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteProgrammes_Year",
                table: "SiteProgrammes",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionNotes_CaseId_No",
                table: "SupervisionNotes",
                columns: new[] { "CaseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionNotes_OneTimeKey",
                table: "SupervisionNotes",
                column: "OneTimeKey",
                unique: true,
                filter: "[OneTimeKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionNotes_OrganizationId",
                table: "SupervisionNotes",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionProblems_NoteId",
                table: "SupervisionProblems",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionProblems_OrganizationId",
                table: "SupervisionProblems",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionProblems_ProblemId",
                table: "SupervisionProblems",
                column: "ProblemId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Acceptances");

            migrationBuilder.DropTable(
                name: "BeltMatter");

            migrationBuilder.DropTable(
                name: "BeltRadiation");

            migrationBuilder.DropTable(
                name: "CaseDirections");

            migrationBuilder.DropTable(
                name: "CaseHelpers");

            migrationBuilder.DropTable(
                name: "CaseProblems");

            migrationBuilder.DropTable(
                name: "CaseSteps");

            migrationBuilder.DropTable(
                name: "DemonstrationBeltSites");

            migrationBuilder.DropTable(
                name: "FundSpendings");

            migrationBuilder.DropTable(
                name: "LeaderVisits");

            migrationBuilder.DropTable(
                name: "PracticalThings");

            migrationBuilder.DropTable(
                name: "ResidentOpinions");

            migrationBuilder.DropTable(
                name: "SiteDecision");

            migrationBuilder.DropTable(
                name: "SiteMeasure");

            migrationBuilder.DropTable(
                name: "SiteObjection");

            migrationBuilder.DropTable(
                name: "SupervisionProblems");

            migrationBuilder.DropTable(
                name: "DemonstrationBelts");

            migrationBuilder.DropTable(
                name: "RectificationFunds");

            migrationBuilder.DropTable(
                name: "CaseVisits");

            migrationBuilder.DropTable(
                name: "DemonstrationSites");

            migrationBuilder.DropTable(
                name: "SupervisionNotes");

            migrationBuilder.DropTable(
                name: "SiteProgrammes");

            migrationBuilder.DropTable(
                name: "RectificationCases");

            migrationBuilder.DropTable(
                name: "RectificationBatches");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "TeamMember");

            migrationBuilder.CreateTable(
                name: "DemonstrationBelt",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Lead = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Radiated = table.Column<int>(type: "int", nullable: true),
                    Route = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemonstrationBelt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemonstrationBelt_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DemonstrationSite",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BasisDocument = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    CommitteeOpinion = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DelistReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Domain = table.Column<int>(type: "int", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Theme = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DemonstrationSite", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DemonstrationSite_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LaggingCase",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Batch = table.Column<int>(type: "int", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FirstSecretaries = table.Column<int>(type: "int", nullable: true),
                    Leaders = table.Column<int>(type: "int", nullable: true),
                    Method = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    PetitionsAfter = table.Column<int>(type: "int", nullable: true),
                    PetitionsBefore = table.Column<int>(type: "int", nullable: false),
                    Problems = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Reasons = table.Column<int>(type: "int", nullable: false),
                    Residents = table.Column<int>(type: "int", nullable: false),
                    SatisfiedAfter = table.Column<int>(type: "int", nullable: true),
                    SatisfiedBefore = table.Column<int>(type: "int", nullable: false),
                    SupportUnits = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    VotesAfter = table.Column<int>(type: "int", nullable: true),
                    VotesBefore = table.Column<int>(type: "int", nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WorkTeams = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LaggingCase", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LaggingCase_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BeltSite",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Domain = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    RecordId = table.Column<int>(type: "int", nullable: false),
                    Site = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BeltSite", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BeltSite_DemonstrationBelt_RecordId",
                        column: x => x.RecordId,
                        principalTable: "DemonstrationBelt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BeltSite_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LaggingProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Cards = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    FundsFen = table.Column<long>(type: "bigint", nullable: false),
                    Households = table.Column<int>(type: "int", nullable: false),
                    Opinions = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    PracticalThings = table.Column<int>(type: "int", nullable: false),
                    RecordId = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LaggingProgress", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LaggingProgress_LaggingCase_RecordId",
                        column: x => x.RecordId,
                        principalTable: "LaggingCase",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LaggingProgress_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BeltSite_OrganizationId",
                table: "BeltSite",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_BeltSite_RecordId",
                table: "BeltSite",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationBelt_On",
                table: "DemonstrationBelt",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationBelt_OrganizationId_On",
                table: "DemonstrationBelt",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSite_On",
                table: "DemonstrationSite",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_DemonstrationSite_OrganizationId_On",
                table: "DemonstrationSite",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LaggingCase_On",
                table: "LaggingCase",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_LaggingCase_OrganizationId_On",
                table: "LaggingCase",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LaggingProgress_OrganizationId",
                table: "LaggingProgress",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_LaggingProgress_RecordId",
                table: "LaggingProgress",
                column: "RecordId");
        }
    }
}
