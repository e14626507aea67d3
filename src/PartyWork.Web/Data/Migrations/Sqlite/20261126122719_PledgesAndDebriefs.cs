using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PledgesAndDebriefs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessedUnit");

            migrationBuilder.AddColumn<int>(
                name: "DebriefCommentId",
                table: "Problems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DebriefId",
                table: "EvidenceUses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountabilityDecision",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Requirement = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
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
                    table.PrimaryKey("PK_AccountabilityDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountabilityDecision_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Debriefs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFile = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Told = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SubmittedById = table.Column<int>(type: "INTEGER", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Mode = table.Column<int>(type: "INTEGER", nullable: true),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    CommentedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    GradeReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GradedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GradedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_Duties = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Text_NextSteps = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Text_Pledges = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Text_Problems = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Text_Rectification = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Debriefs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Debriefs_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationalMeasure",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TakenBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_OrganizationalMeasure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganizationalMeasure_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PledgeSheets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SubmittedById = table.Column<int>(type: "INTEGER", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReviewedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgeSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgeSheets_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebriefComments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DebriefId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebriefComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DebriefComments_Debriefs_DebriefId",
                        column: x => x.DebriefId,
                        principalTable: "Debriefs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebriefComments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pledges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    SheetId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WorkTaskId = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ClaimedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ClaimedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pledges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pledges_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pledges_PledgeSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "PledgeSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pledges_WorkTasks_WorkTaskId",
                        column: x => x.WorkTaskId,
                        principalTable: "WorkTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DebriefAnswer",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    DebriefId = table.Column<int>(type: "INTEGER", nullable: false),
                    PledgeId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProblemId = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DebriefAnswer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DebriefAnswer_Debriefs_DebriefId",
                        column: x => x.DebriefId,
                        principalTable: "Debriefs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebriefAnswer_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebriefAnswer_Pledges_PledgeId",
                        column: x => x.PledgeId,
                        principalTable: "Pledges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DebriefAnswer_Problems_ProblemId",
                        column: x => x.ProblemId,
                        principalTable: "Problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Problems_DebriefCommentId",
                table: "Problems",
                column: "DebriefCommentId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_DebriefId",
                table: "EvidenceUses",
                column: "DebriefId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_DebriefId",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "DebriefId" },
                unique: true,
                filter: "DebriefId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityDecision_On",
                table: "AccountabilityDecision",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityDecision_OrganizationId_On",
                table: "AccountabilityDecision",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_DebriefAnswer_DebriefId_PledgeId_ProblemId",
                table: "DebriefAnswer",
                columns: new[] { "DebriefId", "PledgeId", "ProblemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DebriefAnswer_OrganizationId",
                table: "DebriefAnswer",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_DebriefAnswer_PledgeId",
                table: "DebriefAnswer",
                column: "PledgeId");

            migrationBuilder.CreateIndex(
                name: "IX_DebriefAnswer_ProblemId",
                table: "DebriefAnswer",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_DebriefComments_DebriefId",
                table: "DebriefComments",
                column: "DebriefId");

            migrationBuilder.CreateIndex(
                name: "IX_DebriefComments_OrganizationId",
                table: "DebriefComments",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Debriefs_OrganizationId_Year",
                table: "Debriefs",
                columns: new[] { "OrganizationId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Debriefs_Year_Stage",
                table: "Debriefs",
                columns: new[] { "Year", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationalMeasure_On",
                table: "OrganizationalMeasure",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationalMeasure_OrganizationId_On",
                table: "OrganizationalMeasure",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_OrganizationId",
                table: "Pledges",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_SheetId_No",
                table: "Pledges",
                columns: new[] { "SheetId", "No" });

            migrationBuilder.CreateIndex(
                name: "IX_Pledges_WorkTaskId",
                table: "Pledges",
                column: "WorkTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeSheets_OrganizationId_Year",
                table: "PledgeSheets",
                columns: new[] { "OrganizationId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgeSheets_Year_Stage",
                table: "PledgeSheets",
                columns: new[] { "Year", "Stage" });

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceUses_Debriefs_DebriefId",
                table: "EvidenceUses",
                column: "DebriefId",
                principalTable: "Debriefs",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Problems_DebriefComments_DebriefCommentId",
                table: "Problems",
                column: "DebriefCommentId",
                principalTable: "DebriefComments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceUses_Debriefs_DebriefId",
                table: "EvidenceUses");

            migrationBuilder.DropForeignKey(
                name: "FK_Problems_DebriefComments_DebriefCommentId",
                table: "Problems");

            migrationBuilder.DropTable(
                name: "AccountabilityDecision");

            migrationBuilder.DropTable(
                name: "DebriefAnswer");

            migrationBuilder.DropTable(
                name: "DebriefComments");

            migrationBuilder.DropTable(
                name: "OrganizationalMeasure");

            migrationBuilder.DropTable(
                name: "Pledges");

            migrationBuilder.DropTable(
                name: "Debriefs");

            migrationBuilder.DropTable(
                name: "PledgeSheets");

            migrationBuilder.DropIndex(
                name: "IX_Problems_DebriefCommentId",
                table: "Problems");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_DebriefId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_ItemId_DebriefId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "DebriefCommentId",
                table: "Problems");

            migrationBuilder.DropColumn(
                name: "DebriefId",
                table: "EvidenceUses");

            migrationBuilder.CreateTable(
                name: "AssessedUnit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentNo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
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
                    table.PrimaryKey("PK_AssessedUnit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessedUnit_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssessedUnit_On",
                table: "AssessedUnit",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_AssessedUnit_OrganizationId_On",
                table: "AssessedUnit",
                columns: new[] { "OrganizationId", "On" });
        }
    }
}
