using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RestOfTheWorkingYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Scheme_AgreementDueDay",
                table: "WorkYears",
                type: "int",
                nullable: false,
                defaultValue: 31);

            migrationBuilder.AddColumn<int>(
                name: "Scheme_ReplyWorkdays",
                table: "WorkYears",
                type: "int",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "Combining",
                table: "WorkTasks",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Demand_Kind",
                table: "WorkTasks",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Demand_Reason",
                table: "WorkTasks",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "HandedDownBy",
                table: "WorkTasks",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "HandedDownOn",
                table: "WorkTasks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OwnQuarters",
                table: "WorkTasks",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ParentId",
                table: "WorkTasks",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReceivedBy",
                table: "WorkTasks",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReceivedOn",
                table: "WorkTasks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Totals",
                table: "WorkTasks",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DecidedById",
                table: "TaskChanges",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VerifiedById",
                table: "Problems",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosingDocument",
                table: "Organizations",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsFilledByParent",
                table: "Organizations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SuccessorId",
                table: "Organizations",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Document",
                table: "Affiliations",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    UpperId = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Safeguards = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Rewards = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RegisteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EarlyReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Evaluation = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    EvaluatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    LowerSignature_Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    LowerSignature_On = table.Column<DateOnly>(type: "date", nullable: true),
                    LowerSignature_PersonId = table.Column<int>(type: "int", nullable: false),
                    LowerSignature_Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    UpperSignature_Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    UpperSignature_On = table.Column<DateOnly>(type: "date", nullable: true),
                    UpperSignature_PersonId = table.Column<int>(type: "int", nullable: false),
                    UpperSignature_Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreements_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Agreements_Organizations_UpperId",
                        column: x => x.UpperId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementTemplates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Domain = table.Column<int>(type: "int", nullable: false),
                    Safeguards = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Rewards = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CommunityWorkers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Secretaries = table.Column<int>(type: "int", nullable: false),
                    Deputies = table.Column<int>(type: "int", nullable: false),
                    Members = table.Column<int>(type: "int", nullable: false),
                    Workers = table.Column<int>(type: "int", nullable: false),
                    Assistants = table.Column<int>(type: "int", nullable: false),
                    SocialWorkers = table.Column<int>(type: "int", nullable: false),
                    Seniors = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommunityWorkers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommunityWorkers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoordinationItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    FilingRowId = table.Column<int>(type: "int", nullable: false),
                    FilingId = table.Column<int>(type: "int", nullable: false),
                    WorkTaskId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Request = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    StateSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DepartmentId = table.Column<int>(type: "int", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RepliedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    AnsweredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Agreed = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AgreedBy = table.Column<DateOnly>(type: "date", nullable: true),
                    WantedDue = table.Column<DateOnly>(type: "date", nullable: true),
                    WantedDepartmentId = table.Column<int>(type: "int", nullable: true),
                    WantedWhy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    IsReopened = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoordinationItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoordinationItems_FilingRows_FilingRowId",
                        column: x => x.FilingRowId,
                        principalTable: "FilingRows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationItems_Filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "Filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationItems_Organizations_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationItems_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationItems_Organizations_WantedDepartmentId",
                        column: x => x.WantedDepartmentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationItems_WorkTasks_WorkTaskId",
                        column: x => x.WorkTaskId,
                        principalTable: "WorkTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DomainCharges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Domain = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DomainCharges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DomainCharges_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Link = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DocumentNo = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    SentHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    AddedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    AddedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceItems_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerNames",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Document = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerNames_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    OutgoingHoldingId = table.Column<int>(type: "int", nullable: false),
                    IncomingId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BegunBy = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GivenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    TakenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sheet = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_Persons_IncomingId",
                        column: x => x.IncomingId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Handovers_PostHoldings_OutgoingHoldingId",
                        column: x => x.OutgoingHoldingId,
                        principalTable: "PostHoldings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyPoints",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Domains = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Objective_Category = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Objective_Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Objective_DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Objective_Measure = table.Column<int>(type: "int", nullable: false),
                    Objective_Target = table.Column<int>(type: "int", nullable: true),
                    Objective_Unit = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyPoints", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResponsibilityPosts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Post = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Character = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponsibilityPosts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecretaryLedgers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    HoldingId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecretaryLedgers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SecretaryLedgers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SecretaryLedgers_PostHoldings_HoldingId",
                        column: x => x.HoldingId,
                        principalTable: "PostHoldings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Addenda",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgreementId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addenda", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Addenda_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Addenda_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoordinationAct",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CoordinationItemId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    DepartmentId = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoordinationAct", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoordinationAct_CoordinationItems_CoordinationItemId",
                        column: x => x.CoordinationItemId,
                        principalTable: "CoordinationItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationAct_Organizations_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoordinationAct_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    FilingId = table.Column<int>(type: "int", nullable: true),
                    CoordinationItemId = table.Column<int>(type: "int", nullable: true),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_CoordinationItems_CoordinationItemId",
                        column: x => x.CoordinationItemId,
                        principalTable: "CoordinationItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "Filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceContents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    ItemId = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceContents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceContents_EvidenceItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceContents_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceUses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    ItemId = table.Column<int>(type: "int", nullable: false),
                    WorkTaskId = table.Column<int>(type: "int", nullable: true),
                    Quarter = table.Column<int>(type: "int", nullable: false),
                    ProblemId = table.Column<int>(type: "int", nullable: true),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsSubmitted = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceUses_EvidenceItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceUses_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceUses_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EvidenceUses_WorkTasks_WorkTaskId",
                        column: x => x.WorkTaskId,
                        principalTable: "WorkTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TemplateClauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgreementTemplateId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    LeadPost = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<int>(type: "int", nullable: true),
                    KeyPointId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Objective_Category = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Objective_Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Objective_DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Objective_Measure = table.Column<int>(type: "int", nullable: false),
                    Objective_Target = table.Column<int>(type: "int", nullable: true),
                    Objective_Unit = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateClauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TemplateClauses_AgreementTemplates_AgreementTemplateId",
                        column: x => x.AgreementTemplateId,
                        principalTable: "AgreementTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TemplateClauses_KeyPoints_KeyPointId",
                        column: x => x.KeyPointId,
                        principalTable: "KeyPoints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PostDuties",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ResponsibilityPostId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Frequency = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostDuties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostDuties_ResponsibilityPosts_ResponsibilityPostId",
                        column: x => x.ResponsibilityPostId,
                        principalTable: "ResponsibilityPosts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    LedgerId = table.Column<int>(type: "int", nullable: false),
                    Section = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsLate = table.Column<bool>(type: "bit", nullable: false),
                    IsSubmitted = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerEntries_SecretaryLedgers_LedgerId",
                        column: x => x.LedgerId,
                        principalTable: "SecretaryLedgers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerVersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    LedgerId = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerVersions_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LedgerVersions_SecretaryLedgers_LedgerId",
                        column: x => x.LedgerId,
                        principalTable: "SecretaryLedgers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgreementClauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgreementId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    LeadPost = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<int>(type: "int", nullable: true),
                    IsOwn = table.Column<bool>(type: "bit", nullable: false),
                    TemplateClauseId = table.Column<int>(type: "int", nullable: true),
                    AmendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Objective_Category = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Objective_Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Objective_DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Objective_Measure = table.Column<int>(type: "int", nullable: false),
                    Objective_Target = table.Column<int>(type: "int", nullable: true),
                    Objective_Unit = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementClauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgreementClauses_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementClauses_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AgreementClauses_TemplateClauses_TemplateClauseId",
                        column: x => x.TemplateClauseId,
                        principalTable: "TemplateClauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClauseAmendments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    AgreementId = table.Column<int>(type: "int", nullable: false),
                    AgreementClauseId = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ProposedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RefusedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RefusalWords = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Changed_Category = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Changed_Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Changed_DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Changed_Measure = table.Column<int>(type: "int", nullable: false),
                    Changed_Target = table.Column<int>(type: "int", nullable: true),
                    Changed_Unit = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    LowerConfirmation_Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    LowerConfirmation_On = table.Column<DateOnly>(type: "date", nullable: true),
                    LowerConfirmation_PersonId = table.Column<int>(type: "int", nullable: false),
                    LowerConfirmation_Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Old_Category = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Old_Content = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Old_DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Old_Measure = table.Column<int>(type: "int", nullable: false),
                    Old_Target = table.Column<int>(type: "int", nullable: true),
                    Old_Unit = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    UpperConfirmation_Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    UpperConfirmation_On = table.Column<DateOnly>(type: "date", nullable: true),
                    UpperConfirmation_PersonId = table.Column<int>(type: "int", nullable: false),
                    UpperConfirmation_Post = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClauseAmendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClauseAmendments_AgreementClauses_AgreementClauseId",
                        column: x => x.AgreementClauseId,
                        principalTable: "AgreementClauses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseAmendments_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClauseAmendments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_ParentId",
                table: "WorkTasks",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SuccessorId",
                table: "Organizations",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_Addenda_AgreementId",
                table: "Addenda",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Addenda_OrganizationId",
                table: "Addenda",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementClauses_AgreementId",
                table: "AgreementClauses",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementClauses_OrganizationId",
                table: "AgreementClauses",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_AgreementClauses_TemplateClauseId",
                table: "AgreementClauses",
                column: "TemplateClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_OrganizationId",
                table: "Agreements",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_UpperId_Stage",
                table: "Agreements",
                columns: new[] { "UpperId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_Year_OrganizationId",
                table: "Agreements",
                columns: new[] { "Year", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgreementTemplates_Year_Domain",
                table: "AgreementTemplates",
                columns: new[] { "Year", "Domain" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClauseAmendments_AgreementClauseId",
                table: "ClauseAmendments",
                column: "AgreementClauseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseAmendments_AgreementId",
                table: "ClauseAmendments",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseAmendments_OrganizationId",
                table: "ClauseAmendments",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ClauseAmendments_State_OrganizationId",
                table: "ClauseAmendments",
                columns: new[] { "State", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommunityWorkers_OrganizationId_On",
                table: "CommunityWorkers",
                columns: new[] { "OrganizationId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationAct_CoordinationItemId",
                table: "CoordinationAct",
                column: "CoordinationItemId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationAct_DepartmentId",
                table: "CoordinationAct",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationAct_OrganizationId",
                table: "CoordinationAct",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_DepartmentId_State_DueOn",
                table: "CoordinationItems",
                columns: new[] { "DepartmentId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_FilingId",
                table: "CoordinationItems",
                column: "FilingId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_FilingRowId",
                table: "CoordinationItems",
                column: "FilingRowId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_OrganizationId",
                table: "CoordinationItems",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_WantedDepartmentId",
                table: "CoordinationItems",
                column: "WantedDepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_WorkTaskId",
                table: "CoordinationItems",
                column: "WorkTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_CoordinationItems_Year_State_OrganizationId",
                table: "CoordinationItems",
                columns: new[] { "Year", "State", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_DomainCharges_Domain",
                table: "DomainCharges",
                column: "Domain",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DomainCharges_OrganizationId",
                table: "DomainCharges",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContents_ItemId",
                table: "EvidenceContents",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContents_OrganizationId",
                table: "EvidenceContents",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_OrganizationId_DocumentNo",
                table: "EvidenceItems",
                columns: new[] { "OrganizationId", "DocumentNo" },
                unique: true,
                filter: "DocumentNo <> '' AND WithdrawnOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_OrganizationId_Link",
                table: "EvidenceItems",
                columns: new[] { "OrganizationId", "Link" },
                unique: true,
                filter: "Link <> '' AND WithdrawnOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_OrganizationId_On",
                table: "EvidenceItems",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_OrganizationId_SentHash",
                table: "EvidenceItems",
                columns: new[] { "OrganizationId", "SentHash" },
                unique: true,
                filter: "SentHash IS NOT NULL AND WithdrawnOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_ProblemId",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "ProblemId" },
                unique: true,
                filter: "ProblemId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_WorkTaskId_Quarter",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "WorkTaskId", "Quarter" },
                unique: true,
                filter: "WorkTaskId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_OrganizationId",
                table: "EvidenceUses",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ProblemId",
                table: "EvidenceUses",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_WorkTaskId",
                table: "EvidenceUses",
                column: "WorkTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerNames_OrganizationId",
                table: "FormerNames",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_IncomingId",
                table: "Handovers",
                column: "IncomingId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_OrganizationId_State",
                table: "Handovers",
                columns: new[] { "OrganizationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_OutgoingHoldingId",
                table: "Handovers",
                column: "OutgoingHoldingId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyPoints_Year_No",
                table: "KeyPoints",
                columns: new[] { "Year", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_LedgerId",
                table: "LedgerEntries",
                column: "LedgerId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_OrganizationId",
                table: "LedgerEntries",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerVersions_LedgerId_No",
                table: "LedgerVersions",
                columns: new[] { "LedgerId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerVersions_OrganizationId",
                table: "LedgerVersions",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_PostDuties_ResponsibilityPostId",
                table: "PostDuties",
                column: "ResponsibilityPostId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_CoordinationItemId_Kind_On",
                table: "Reminders",
                columns: new[] { "CoordinationItemId", "Kind", "On" },
                unique: true,
                filter: "[CoordinationItemId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_FilingId_Kind_On",
                table: "Reminders",
                columns: new[] { "FilingId", "Kind", "On" },
                unique: true,
                filter: "[FilingId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_OrganizationId",
                table: "Reminders",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ResponsibilityPosts_Year_Post",
                table: "ResponsibilityPosts",
                columns: new[] { "Year", "Post" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SecretaryLedgers_HoldingId_Year",
                table: "SecretaryLedgers",
                columns: new[] { "HoldingId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SecretaryLedgers_OrganizationId",
                table: "SecretaryLedgers",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateClauses_AgreementTemplateId",
                table: "TemplateClauses",
                column: "AgreementTemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_TemplateClauses_KeyPointId",
                table: "TemplateClauses",
                column: "KeyPointId");

            migrationBuilder.AddForeignKey(
                name: "FK_Organizations_Organizations_SuccessorId",
                table: "Organizations",
                column: "SuccessorId",
                principalTable: "Organizations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_WorkTasks_WorkTasks_ParentId",
                table: "WorkTasks",
                column: "ParentId",
                principalTable: "WorkTasks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Organizations_Organizations_SuccessorId",
                table: "Organizations");

            migrationBuilder.DropForeignKey(
                name: "FK_WorkTasks_WorkTasks_ParentId",
                table: "WorkTasks");

            migrationBuilder.DropTable(
                name: "Addenda");

            migrationBuilder.DropTable(
                name: "ClauseAmendments");

            migrationBuilder.DropTable(
                name: "CommunityWorkers");

            migrationBuilder.DropTable(
                name: "CoordinationAct");

            migrationBuilder.DropTable(
                name: "DomainCharges");

            migrationBuilder.DropTable(
                name: "EvidenceContents");

            migrationBuilder.DropTable(
                name: "EvidenceUses");

            migrationBuilder.DropTable(
                name: "FormerNames");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropTable(
                name: "LedgerVersions");

            migrationBuilder.DropTable(
                name: "PostDuties");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "AgreementClauses");

            migrationBuilder.DropTable(
                name: "EvidenceItems");

            migrationBuilder.DropTable(
                name: "SecretaryLedgers");

            migrationBuilder.DropTable(
                name: "ResponsibilityPosts");

            migrationBuilder.DropTable(
                name: "CoordinationItems");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "TemplateClauses");

            migrationBuilder.DropTable(
                name: "AgreementTemplates");

            migrationBuilder.DropTable(
                name: "KeyPoints");

            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_ParentId",
                table: "WorkTasks");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_SuccessorId",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Scheme_AgreementDueDay",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "Scheme_ReplyWorkdays",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "Combining",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "Demand_Kind",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "Demand_Reason",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "HandedDownBy",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "HandedDownOn",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "OwnQuarters",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "ParentId",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "ReceivedBy",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "ReceivedOn",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "Totals",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "DecidedById",
                table: "TaskChanges");

            migrationBuilder.DropColumn(
                name: "VerifiedById",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "ClosingDocument",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "IsFilledByParent",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Document",
                table: "Affiliations");
        }
    }
}
