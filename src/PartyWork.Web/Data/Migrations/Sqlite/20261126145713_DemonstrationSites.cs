using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DemonstrationSites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BeltSite");

            migrationBuilder.DropTable(
                name: "DemonstrationSite");

            migrationBuilder.DropTable(
                name: "DemonstrationBelt");

            migrationBuilder.CreateTable(
                name: "DemonstrationBelts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ListingNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "SiteProgrammes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Approver = table.Column<int>(type: "INTEGER", nullable: false),
                    BasisDocument = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Wording = table.Column<int>(type: "INTEGER", nullable: false),
                    HasPlaques = table.Column<bool>(type: "INTEGER", nullable: false),
                    PerCommittee = table.Column<int>(type: "INTEGER", nullable: false),
                    LeastStar = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Mark = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclareFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeclareUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Types = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    VisitItems = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Numbers_Community = table.Column<int>(type: "INTEGER", nullable: false),
                    Numbers_Organ = table.Column<int>(type: "INTEGER", nullable: false),
                    Numbers_School = table.Column<int>(type: "INTEGER", nullable: false),
                    Numbers_TwoNew = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteProgrammes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BeltMatter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BeltId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "DemonstrationSites",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<int>(type: "INTEGER", nullable: false),
                    FilingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Domain = table.Column<int>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeclaredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EndorsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndorsedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommitteeOpinion = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReviewOpinion = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    VisitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Visitors = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    VisitMarks = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    VisitScore = table.Column<int>(type: "INTEGER", nullable: true),
                    ShortlistedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticePlace = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmationNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Weaknesses = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Leader = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Guide = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PlanSubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlanSubmittedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PlanReturnReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PlanApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PlanApprovedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<int>(type: "INTEGER", nullable: true),
                    EndWords = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "BeltRadiation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BeltId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BeltId = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Domain = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsLead = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    RectifyBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MeetingNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    WorkTaskId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsMade = table.Column<bool>(type: "INTEGER", nullable: false),
                    FundsFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Carrier = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SiteId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsUpheld = table.Column<bool>(type: "INTEGER", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BeltMatter");

            migrationBuilder.DropTable(
                name: "BeltRadiation");

            migrationBuilder.DropTable(
                name: "DemonstrationBeltSites");

            migrationBuilder.DropTable(
                name: "SiteDecision");

            migrationBuilder.DropTable(
                name: "SiteMeasure");

            migrationBuilder.DropTable(
                name: "SiteObjection");

            migrationBuilder.DropTable(
                name: "DemonstrationBelts");

            migrationBuilder.DropTable(
                name: "DemonstrationSites");

            migrationBuilder.DropTable(
                name: "SiteProgrammes");

            migrationBuilder.CreateTable(
                name: "DemonstrationBelt",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Radiated = table.Column<int>(type: "INTEGER", nullable: true),
                    Route = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    BasisDocument = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommitteeOpinion = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DelistReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Domain = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                name: "BeltSite",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Domain = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
        }
    }
}
