using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RegistersAndFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_Year_Light_OrganizationId_Category_No",
                table: "WorkTasks");

            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_Year_State_OrganizationId_DueOn",
                table: "WorkTasks");

            migrationBuilder.AddColumn<int>(
                name: "Work",
                table: "TreeStamps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "DerivedFromId",
                table: "KeyPoints",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AgreementId",
                table: "EvidenceUses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CoordinationItemId",
                table: "EvidenceUses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsUpper",
                table: "Addenda",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AnnualReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Cutoff = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LockedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AssessedUnit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessedUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessedUnit_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentRound",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                name: "BaseBooking",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BaseName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Modules = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Confirmation = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmationWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BaseBooking", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BaseBooking_Organizations_ConfirmerId",
                        column: x => x.ConfirmerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BaseBooking_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Campaign",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaign", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Campaign_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignActivity",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Tags = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Modules = table.Column<int>(type: "INTEGER", nullable: true),
                    JointUnits = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MembersDue = table.Column<int>(type: "INTEGER", nullable: true),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    Masses = table.Column<int>(type: "INTEGER", nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignActivity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignActivity_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Commitment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Tags = table.Column<int>(type: "INTEGER", nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Resources = table.Column<int>(type: "INTEGER", nullable: true),
                    Beneficiaries = table.Column<int>(type: "INTEGER", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Confirmation = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmationWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commitment_Organizations_ConfirmerId",
                        column: x => x.ConfirmerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commitment_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunityFund",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    BudgetFen = table.Column<long>(type: "INTEGER", nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CarriedOverFen = table.Column<long>(type: "INTEGER", nullable: true),
                    DueFen = table.Column<long>(type: "INTEGER", nullable: false),
                    ArrivedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    SpentFen = table.Column<long>(type: "INTEGER", nullable: false),
                    BalanceFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityFund", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityFund_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommunityService",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServicePosts = table.Column<int>(type: "INTEGER", nullable: false),
                    PostMembers = table.Column<int>(type: "INTEGER", nullable: false),
                    ServicePoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    HouseholdsCovered = table.Column<int>(type: "INTEGER", nullable: false),
                    MobileSessions = table.Column<int>(type: "INTEGER", nullable: false),
                    MobileCases = table.Column<int>(type: "INTEGER", nullable: false),
                    Orders = table.Column<int>(type: "INTEGER", nullable: false),
                    OrdersDone = table.Column<int>(type: "INTEGER", nullable: false),
                    OrdersOnTime = table.Column<int>(type: "INTEGER", nullable: false),
                    OrdersSatisfied = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityService", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityService_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionMatter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    RaisedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    EstimateFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Funding = table.Column<int>(type: "INTEGER", nullable: true),
                    IsEmergency = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuperiorOpinion = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ApprovedFen = table.Column<long>(type: "INTEGER", nullable: true),
                    FinalFen = table.Column<long>(type: "INTEGER", nullable: true),
                    SupervisionOpinion = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OpenObjections = table.Column<int>(type: "INTEGER", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StopReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reached = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionMatter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionMatter_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DemonstrationBelt",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Radiated = table.Column<int>(type: "INTEGER", nullable: true),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Domain = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommitteeOpinion = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BasisDocument = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DelistReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                name: "DisposalCertificates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    AssignmentName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AssignmentEndedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DisposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DisposedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Records = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Yards = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisposalCertificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisposalCertificates_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DutyShift",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssignmentName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Shift = table.Column<int>(type: "INTEGER", nullable: false),
                    Required = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: true),
                    Leader = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Incidents = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyShift", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyShift_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExpertAdvice",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    Expert = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SubmittedTo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AdoptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Adoption = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpertAdvice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpertAdvice_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FigureFreezes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Cutoff = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureFreezes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FigureOverrides",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Cutoff = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedById = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureOverrides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FigureOverrides_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FigureParameters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FigureParameters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GoodDeed",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Beneficiaries = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    CostFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Confirmation = table.Column<int>(type: "INTEGER", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmationWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoodDeed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GoodDeed_Organizations_ConfirmerId",
                        column: x => x.ConfirmerId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GoodDeed_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Honor",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Object = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Honor", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Honor_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IntroducedInstitution",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CarrierName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Staff = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntroducedInstitution", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IntroducedInstitution_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LaggingCase",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Batch = table.Column<int>(type: "INTEGER", nullable: false),
                    Reasons = table.Column<int>(type: "INTEGER", nullable: false),
                    Problems = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Residents = table.Column<int>(type: "INTEGER", nullable: false),
                    Leaders = table.Column<int>(type: "INTEGER", nullable: true),
                    FirstSecretaries = table.Column<int>(type: "INTEGER", nullable: true),
                    WorkTeams = table.Column<int>(type: "INTEGER", nullable: true),
                    SupportUnits = table.Column<int>(type: "INTEGER", nullable: true),
                    VotesBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    SatisfiedBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    PetitionsBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    VotesAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    SatisfiedAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    PetitionsAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                name: "LeaderExpertLink",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Leader = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LeaderPost = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Expert = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ExpertUnit = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeaderExpertLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeaderExpertLink_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingRecord",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    AlsoKind = table.Column<int>(type: "INTEGER", nullable: true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Due = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    Chair = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    MakesUpFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingRecord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingRecord_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingRule",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Least = table.Column<int>(type: "INTEGER", nullable: false),
                    Most = table.Column<int>(type: "INTEGER", nullable: true),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingRule", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingRule_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NextPlanItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Block = table.Column<int>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Measures = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FigureKey = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceText = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DismissReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NextPlanItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenBase",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Modules = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenHours = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HasGuide = table.Column<bool>(type: "INTEGER", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenBase", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenBase_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyBrand",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Meaning = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Carrier = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RecognizedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecognizedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PersonStatus = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConsentedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Team = table.Column<int>(type: "INTEGER", nullable: true),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Served = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyBrand", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyBrand_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartyUnion",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Secretary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FullTimeMembers = table.Column<int>(type: "INTEGER", nullable: false),
                    ApprovalNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TermEndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HasRules = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartyUnion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartyUnion_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PolicyDocument",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Theme = table.Column<int>(type: "INTEGER", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyDocument", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyDocument_Organizations_OrganizationId",
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
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Categories = table.Column<int>(type: "INTEGER", nullable: false),
                    Items = table.Column<int>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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

            migrationBuilder.CreateTable(
                name: "SavedQueries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Address = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedQueries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedQueries_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpecialArea",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssignmentName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    YardName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UnitOrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    HouseholdsDue = table.Column<int>(type: "INTEGER", nullable: false),
                    HouseholdsRegistered = table.Column<int>(type: "INTEGER", nullable: false),
                    HasGroup = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialArea", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpecialArea_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SpecialArea_Organizations_UnitOrganizationId",
                        column: x => x.UnitOrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpecialAssignment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Tasks = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialAssignment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpecialAssignment_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpecialHousehold",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AssignmentName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    YardName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Door = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Help = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DisposedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialHousehold", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpecialHousehold_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StarDeclaration",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Former = table.Column<int>(type: "INTEGER", nullable: true),
                    Declared = table.Column<int>(type: "INTEGER", nullable: false),
                    SelfScore = table.Column<int>(type: "INTEGER", nullable: false),
                    LeapReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Practice = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommitteeScore = table.Column<int>(type: "INTEGER", nullable: true),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Confirmed = table.Column<int>(type: "INTEGER", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StarDeclaration", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StarDeclaration_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Talent",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Gender = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Degree = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsOverseas = table.Column<bool>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Project = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Support = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Talent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Talent_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalentActivity",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Venue = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: true),
                    PeerBooths = table.Column<int>(type: "INTEGER", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalentActivity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalentActivity_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalentCarrier",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    AccreditedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AccreditationNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AreaSquareMetres = table.Column<int>(type: "INTEGER", nullable: false),
                    Incubating = table.Column<int>(type: "INTEGER", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalentCarrier", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalentCarrier_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalentNeed",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TalentName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeclinedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DepartmentOrganizationId = table.Column<int>(type: "INTEGER", nullable: true),
                    AssignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RepliedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReopenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalentNeed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalentNeed_Organizations_DepartmentOrganizationId",
                        column: x => x.DepartmentOrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TalentNeed_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingClass",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Audience = table.Column<int>(type: "INTEGER", nullable: false),
                    Session = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    Planned = table.Column<int>(type: "INTEGER", nullable: false),
                    Courses = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CostFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingClass", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingClass_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TwoNewUnit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Industry = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StoppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Employees = table.Column<int>(type: "INTEGER", nullable: false),
                    IsAboveScale = table.Column<bool>(type: "INTEGER", nullable: false),
                    Head = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HeadIsMember = table.Column<bool>(type: "INTEGER", nullable: false),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    MembersElsewhere = table.Column<int>(type: "INTEGER", nullable: true),
                    ShouldBuildFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NotBuiltReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TwoNewUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TwoNewUnit_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Wordings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Use = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CheckedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wordings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportAct",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnnualReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportAct", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportAct_AnnualReports_AnnualReportId",
                        column: x => x.AnnualReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportExplanation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnnualReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportExplanation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportExplanation_AnnualReports_AnnualReportId",
                        column: x => x.AnnualReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportParagraphs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnnualReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOptional = table.Column<bool>(type: "INTEGER", nullable: false),
                    TemplateText = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    OwnText = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    IsLeftOut = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeftOutReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EditedById = table.Column<int>(type: "INTEGER", nullable: true),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EditedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportParagraphs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportParagraphs_AnnualReports_AnnualReportId",
                        column: x => x.AnnualReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnnualReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportVersions_AnnualReports_AnnualReportId",
                        column: x => x.AnnualReportId,
                        principalTable: "AnnualReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignPart",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Milestone = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignPart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignPart_Campaign_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Campaign",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampaignPart_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FundEntry",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Voucher = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FundEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FundEntry_CommunityFund_RecordId",
                        column: x => x.RecordId,
                        principalTable: "CommunityFund",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FundEntry_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionStepRecord",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Due = table.Column<int>(type: "INTEGER", nullable: true),
                    Present = table.Column<int>(type: "INTEGER", nullable: true),
                    InFavour = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionStepRecord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionStepRecord_DecisionMatter_RecordId",
                        column: x => x.RecordId,
                        principalTable: "DecisionMatter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionStepRecord_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BeltSite",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Site = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Domain = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "FrozenValues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FreezeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberMillionths = table.Column<long>(type: "INTEGER", nullable: true),
                    NumeratorMillionths = table.Column<long>(type: "INTEGER", nullable: true),
                    DenominatorMillionths = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    NotRecorded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Records = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrozenValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FrozenValues_FigureFreezes_FreezeId",
                        column: x => x.FreezeId,
                        principalTable: "FigureFreezes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FrozenValues_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LaggingProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Cards = table.Column<int>(type: "INTEGER", nullable: false),
                    Opinions = table.Column<int>(type: "INTEGER", nullable: false),
                    FundsFen = table.Column<long>(type: "INTEGER", nullable: false),
                    PracticalThings = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ExpertContact",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Way = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpertContact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpertContact_LeaderExpertLink_RecordId",
                        column: x => x.RecordId,
                        principalTable: "LeaderExpertLink",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExpertContact_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BrandService",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BrandService", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BrandService_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BrandService_PartyBrand_RecordId",
                        column: x => x.RecordId,
                        principalTable: "PartyBrand",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnionMember",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Nature = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartTimeMember = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AppointedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnionMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnionMember_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnionMember_PartyUnion_RecordId",
                        column: x => x.RecordId,
                        principalTable: "PartyUnion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TalentActivityPerson",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TalentActivityPerson", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TalentActivityPerson_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TalentActivityPerson_TalentActivity_RecordId",
                        column: x => x.RecordId,
                        principalTable: "TalentActivity",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Trainee",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HoursPresent = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trainee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Trainee_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Trainee_TrainingClass_RecordId",
                        column: x => x.RecordId,
                        principalTable: "TrainingClass",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitCoverage",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovalNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitCoverage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitCoverage_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitCoverage_TwoNewUnit_RecordId",
                        column: x => x.RecordId,
                        principalTable: "TwoNewUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                table: "TreeStamps",
                keyColumn: "Id",
                keyValue: 1,
                column: "Work",
                value: 0);

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_Year_Light_OrganizationId_No_Category_State_DueOn_ExtendedTo",
                table: "WorkTasks",
                columns: new[] { "Year", "Light", "OrganizationId", "No", "Category", "State", "DueOn", "ExtendedTo" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_Year_State_OrganizationId_DueOn_ExtendedTo_ClaimedOn",
                table: "WorkTasks",
                columns: new[] { "Year", "State", "OrganizationId", "DueOn", "ExtendedTo", "ClaimedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SortNo",
                table: "Organizations",
                column: "SortNo");

            migrationBuilder.CreateIndex(
                name: "IX_KeyPoints_DerivedFromId",
                table: "KeyPoints",
                column: "DerivedFromId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_AgreementId",
                table: "EvidenceUses",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_CoordinationItemId",
                table: "EvidenceUses",
                column: "CoordinationItemId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_AgreementId",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "AgreementId" },
                unique: true,
                filter: "AgreementId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_CoordinationItemId",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "CoordinationItemId" },
                unique: true,
                filter: "CoordinationItemId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualReports_Year",
                table: "AnnualReports",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessedUnit_On",
                table: "AssessedUnit",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_AssessedUnit_OrganizationId_On",
                table: "AssessedUnit",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRound_On",
                table: "AssessmentRound",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRound_OrganizationId_On",
                table: "AssessmentRound",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_BaseBooking_ConfirmerId",
                table: "BaseBooking",
                column: "ConfirmerId");

            migrationBuilder.CreateIndex(
                name: "IX_BaseBooking_On",
                table: "BaseBooking",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_BaseBooking_OrganizationId_On",
                table: "BaseBooking",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_BeltSite_OrganizationId",
                table: "BeltSite",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_BeltSite_RecordId",
                table: "BeltSite",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_BrandService_OrganizationId",
                table: "BrandService",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_BrandService_RecordId",
                table: "BrandService",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaign_On",
                table: "Campaign",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_Campaign_OrganizationId_On",
                table: "Campaign",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignActivity_On",
                table: "CampaignActivity",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignActivity_OrganizationId_On",
                table: "CampaignActivity",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPart_OrganizationId",
                table: "CampaignPart",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPart_RecordId",
                table: "CampaignPart",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitment_ConfirmerId",
                table: "Commitment",
                column: "ConfirmerId");

            migrationBuilder.CreateIndex(
                name: "IX_Commitment_On",
                table: "Commitment",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_Commitment_OrganizationId_On",
                table: "Commitment",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CommunityFund_On",
                table: "CommunityFund",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_CommunityFund_OrganizationId_On",
                table: "CommunityFund",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CommunityService_On",
                table: "CommunityService",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_CommunityService_OrganizationId_On",
                table: "CommunityService",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionMatter_On",
                table: "DecisionMatter",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionMatter_OrganizationId_On",
                table: "DecisionMatter",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionStepRecord_OrganizationId",
                table: "DecisionStepRecord",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionStepRecord_RecordId",
                table: "DecisionStepRecord",
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
                name: "IX_DisposalCertificates_OrganizationId",
                table: "DisposalCertificates",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyShift_On",
                table: "DutyShift",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_DutyShift_OrganizationId_On",
                table: "DutyShift",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ExpertAdvice_On",
                table: "ExpertAdvice",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_ExpertAdvice_OrganizationId_On",
                table: "ExpertAdvice",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ExpertContact_OrganizationId",
                table: "ExpertContact",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ExpertContact_RecordId",
                table: "ExpertContact",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_FigureFreezes_Cutoff_From",
                table: "FigureFreezes",
                columns: new[] { "Cutoff", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FigureOverrides_Cutoff_Key_OrganizationId",
                table: "FigureOverrides",
                columns: new[] { "Cutoff", "Key", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_FigureOverrides_Key_OrganizationId_From_Cutoff",
                table: "FigureOverrides",
                columns: new[] { "Key", "OrganizationId", "From", "Cutoff" },
                unique: true,
                filter: "State = 1");

            migrationBuilder.CreateIndex(
                name: "IX_FigureOverrides_OrganizationId",
                table: "FigureOverrides",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_FigureOverrides_State",
                table: "FigureOverrides",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_FigureParameters_Year_Key",
                table: "FigureParameters",
                columns: new[] { "Year", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrozenValues_FreezeId_Key_OrganizationId",
                table: "FrozenValues",
                columns: new[] { "FreezeId", "Key", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FrozenValues_OrganizationId",
                table: "FrozenValues",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_FundEntry_OrganizationId",
                table: "FundEntry",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_FundEntry_RecordId",
                table: "FundEntry",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodDeed_ConfirmerId",
                table: "GoodDeed",
                column: "ConfirmerId");

            migrationBuilder.CreateIndex(
                name: "IX_GoodDeed_On",
                table: "GoodDeed",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_GoodDeed_OrganizationId_On",
                table: "GoodDeed",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Honor_On",
                table: "Honor",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_Honor_OrganizationId_On",
                table: "Honor",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_IntroducedInstitution_On",
                table: "IntroducedInstitution",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_IntroducedInstitution_OrganizationId_On",
                table: "IntroducedInstitution",
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

            migrationBuilder.CreateIndex(
                name: "IX_LeaderExpertLink_On",
                table: "LeaderExpertLink",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_LeaderExpertLink_OrganizationId_On",
                table: "LeaderExpertLink",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRecord_On",
                table: "MeetingRecord",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRecord_OrganizationId_On",
                table: "MeetingRecord",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRule_On",
                table: "MeetingRule",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingRule_OrganizationId_On",
                table: "MeetingRule",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_NextPlanItems_Year_No",
                table: "NextPlanItems",
                columns: new[] { "Year", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenBase_On",
                table: "OpenBase",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_OpenBase_OrganizationId_On",
                table: "OpenBase",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyBrand_On",
                table: "PartyBrand",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PartyBrand_OrganizationId_On",
                table: "PartyBrand",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PartyUnion_On",
                table: "PartyUnion",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PartyUnion_OrganizationId_On",
                table: "PartyUnion",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyDocument_On",
                table: "PolicyDocument",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyDocument_OrganizationId_On",
                table: "PolicyDocument",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportAct_AnnualReportId",
                table: "ReportAct",
                column: "AnnualReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportExplanation_AnnualReportId",
                table: "ReportExplanation",
                column: "AnnualReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportParagraphs_AnnualReportId_Key",
                table: "ReportParagraphs",
                columns: new[] { "AnnualReportId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_AnnualReportId_No",
                table: "ReportVersions",
                columns: new[] { "AnnualReportId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RubricCount_On",
                table: "RubricCount",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_RubricCount_OrganizationId_On",
                table: "RubricCount",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedQueries_PersonId_Name",
                table: "SavedQueries",
                columns: new[] { "PersonId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SpecialArea_On",
                table: "SpecialArea",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_SpecialArea_OrganizationId_On",
                table: "SpecialArea",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SpecialArea_UnitOrganizationId",
                table: "SpecialArea",
                column: "UnitOrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_SpecialAssignment_On",
                table: "SpecialAssignment",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_SpecialAssignment_OrganizationId_On",
                table: "SpecialAssignment",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_SpecialHousehold_On",
                table: "SpecialHousehold",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_SpecialHousehold_OrganizationId_On",
                table: "SpecialHousehold",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_StarDeclaration_On",
                table: "StarDeclaration",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_StarDeclaration_OrganizationId_On",
                table: "StarDeclaration",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Talent_On",
                table: "Talent",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_Talent_OrganizationId_On",
                table: "Talent",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TalentActivity_On",
                table: "TalentActivity",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_TalentActivity_OrganizationId_On",
                table: "TalentActivity",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TalentActivityPerson_OrganizationId",
                table: "TalentActivityPerson",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_TalentActivityPerson_RecordId",
                table: "TalentActivityPerson",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_TalentCarrier_On",
                table: "TalentCarrier",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_TalentCarrier_OrganizationId_On",
                table: "TalentCarrier",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TalentNeed_DepartmentOrganizationId",
                table: "TalentNeed",
                column: "DepartmentOrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_TalentNeed_On",
                table: "TalentNeed",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_TalentNeed_OrganizationId_On",
                table: "TalentNeed",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Trainee_OrganizationId",
                table: "Trainee",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Trainee_RecordId",
                table: "Trainee",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClass_On",
                table: "TrainingClass",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClass_OrganizationId_On",
                table: "TrainingClass",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TwoNewUnit_On",
                table: "TwoNewUnit",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_TwoNewUnit_OrganizationId_On",
                table: "TwoNewUnit",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_UnionMember_OrganizationId",
                table: "UnionMember",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_UnionMember_RecordId",
                table: "UnionMember",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitCoverage_OrganizationId",
                table: "UnitCoverage",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitCoverage_RecordId",
                table: "UnitCoverage",
                column: "RecordId");

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceUses_Agreements_AgreementId",
                table: "EvidenceUses",
                column: "AgreementId",
                principalTable: "Agreements",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceUses_CoordinationItems_CoordinationItemId",
                table: "EvidenceUses",
                column: "CoordinationItemId",
                principalTable: "CoordinationItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_KeyPoints_NextPlanItems_DerivedFromId",
                table: "KeyPoints",
                column: "DerivedFromId",
                principalTable: "NextPlanItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceUses_Agreements_AgreementId",
                table: "EvidenceUses");

            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceUses_CoordinationItems_CoordinationItemId",
                table: "EvidenceUses");

            migrationBuilder.DropForeignKey(
                name: "FK_KeyPoints_NextPlanItems_DerivedFromId",
                table: "KeyPoints");

            migrationBuilder.DropTable(
                name: "AssessedUnit");

            migrationBuilder.DropTable(
                name: "AssessmentRound");

            migrationBuilder.DropTable(
                name: "BaseBooking");

            migrationBuilder.DropTable(
                name: "BeltSite");

            migrationBuilder.DropTable(
                name: "BrandService");

            migrationBuilder.DropTable(
                name: "CampaignActivity");

            migrationBuilder.DropTable(
                name: "CampaignPart");

            migrationBuilder.DropTable(
                name: "Commitment");

            migrationBuilder.DropTable(
                name: "CommunityService");

            migrationBuilder.DropTable(
                name: "DecisionStepRecord");

            migrationBuilder.DropTable(
                name: "DemonstrationSite");

            migrationBuilder.DropTable(
                name: "DisposalCertificates");

            migrationBuilder.DropTable(
                name: "DutyShift");

            migrationBuilder.DropTable(
                name: "ExpertAdvice");

            migrationBuilder.DropTable(
                name: "ExpertContact");

            migrationBuilder.DropTable(
                name: "FigureOverrides");

            migrationBuilder.DropTable(
                name: "FigureParameters");

            migrationBuilder.DropTable(
                name: "FrozenValues");

            migrationBuilder.DropTable(
                name: "FundEntry");

            migrationBuilder.DropTable(
                name: "GoodDeed");

            migrationBuilder.DropTable(
                name: "Honor");

            migrationBuilder.DropTable(
                name: "IntroducedInstitution");

            migrationBuilder.DropTable(
                name: "LaggingProgress");

            migrationBuilder.DropTable(
                name: "MeetingRecord");

            migrationBuilder.DropTable(
                name: "MeetingRule");

            migrationBuilder.DropTable(
                name: "NextPlanItems");

            migrationBuilder.DropTable(
                name: "OpenBase");

            migrationBuilder.DropTable(
                name: "PolicyDocument");

            migrationBuilder.DropTable(
                name: "ReportAct");

            migrationBuilder.DropTable(
                name: "ReportExplanation");

            migrationBuilder.DropTable(
                name: "ReportParagraphs");

            migrationBuilder.DropTable(
                name: "ReportVersions");

            migrationBuilder.DropTable(
                name: "RubricCount");

            migrationBuilder.DropTable(
                name: "SavedQueries");

            migrationBuilder.DropTable(
                name: "SpecialArea");

            migrationBuilder.DropTable(
                name: "SpecialAssignment");

            migrationBuilder.DropTable(
                name: "SpecialHousehold");

            migrationBuilder.DropTable(
                name: "StarDeclaration");

            migrationBuilder.DropTable(
                name: "Talent");

            migrationBuilder.DropTable(
                name: "TalentActivityPerson");

            migrationBuilder.DropTable(
                name: "TalentCarrier");

            migrationBuilder.DropTable(
                name: "TalentNeed");

            migrationBuilder.DropTable(
                name: "Trainee");

            migrationBuilder.DropTable(
                name: "UnionMember");

            migrationBuilder.DropTable(
                name: "UnitCoverage");

            migrationBuilder.DropTable(
                name: "Wordings");

            migrationBuilder.DropTable(
                name: "DemonstrationBelt");

            migrationBuilder.DropTable(
                name: "PartyBrand");

            migrationBuilder.DropTable(
                name: "Campaign");

            migrationBuilder.DropTable(
                name: "DecisionMatter");

            migrationBuilder.DropTable(
                name: "LeaderExpertLink");

            migrationBuilder.DropTable(
                name: "FigureFreezes");

            migrationBuilder.DropTable(
                name: "CommunityFund");

            migrationBuilder.DropTable(
                name: "LaggingCase");

            migrationBuilder.DropTable(
                name: "AnnualReports");

            migrationBuilder.DropTable(
                name: "TalentActivity");

            migrationBuilder.DropTable(
                name: "TrainingClass");

            migrationBuilder.DropTable(
                name: "PartyUnion");

            migrationBuilder.DropTable(
                name: "TwoNewUnit");

            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_Year_Light_OrganizationId_No_Category_State_DueOn_ExtendedTo",
                table: "WorkTasks");

            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_Year_State_OrganizationId_DueOn_ExtendedTo_ClaimedOn",
                table: "WorkTasks");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_SortNo",
                table: "Organizations");

            migrationBuilder.DropIndex(
                name: "IX_KeyPoints_DerivedFromId",
                table: "KeyPoints");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_AgreementId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_CoordinationItemId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_ItemId_AgreementId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_ItemId_CoordinationItemId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "Work",
                table: "TreeStamps");

            migrationBuilder.DropColumn(
                name: "DerivedFromId",
                table: "KeyPoints");

            migrationBuilder.DropColumn(
                name: "AgreementId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "CoordinationItemId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "IsUpper",
                table: "Addenda");

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_Year_Light_OrganizationId_Category_No",
                table: "WorkTasks",
                columns: new[] { "Year", "Light", "OrganizationId", "Category", "No" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_Year_State_OrganizationId_DueOn",
                table: "WorkTasks",
                columns: new[] { "Year", "State", "OrganizationId", "DueOn" });
        }
    }
}
