using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CaseRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseVisits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Visitor = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Building = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    HouseholdNo = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    Cards = table.Column<int>(type: "INTEGER", nullable: false),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Leader = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPromised = table.Column<bool>(type: "INTEGER", nullable: false),
                    BegunOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Giver = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Manner = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                name: "ResidentOpinions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    VisitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    Handler = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    HandledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Told = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ToldBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Satisfied = table.Column<bool>(type: "INTEGER", nullable: true),
                    Complaint = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reopenings = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FundId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    VoucherNo = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    OneTimeKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NoteId = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<int>(type: "INTEGER", nullable: false),
                    ProblemId = table.Column<int>(type: "INTEGER", nullable: false)
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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseVisits_OrganizationId",
                table: "CaseVisits",
                column: "OrganizationId");

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
                unique: true);

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
                unique: true);

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PracticalThings_OrganizationId",
                table: "PracticalThings",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_RectificationFunds_CaseId_ArrivedOn",
                table: "RectificationFunds",
                columns: new[] { "CaseId", "ArrivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RectificationFunds_OneTimeKey",
                table: "RectificationFunds",
                column: "OneTimeKey",
                unique: true);

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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_OrganizationId",
                table: "ResidentOpinions",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ResidentOpinions_VisitId",
                table: "ResidentOpinions",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionNotes_CaseId_No",
                table: "SupervisionNotes",
                columns: new[] { "CaseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionNotes_OneTimeKey",
                table: "SupervisionNotes",
                column: "OneTimeKey",
                unique: true);

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
                name: "FundSpendings");

            migrationBuilder.DropTable(
                name: "LeaderVisits");

            migrationBuilder.DropTable(
                name: "PracticalThings");

            migrationBuilder.DropTable(
                name: "ResidentOpinions");

            migrationBuilder.DropTable(
                name: "SupervisionProblems");

            migrationBuilder.DropTable(
                name: "RectificationFunds");

            migrationBuilder.DropTable(
                name: "CaseVisits");

            migrationBuilder.DropTable(
                name: "SupervisionNotes");
        }
    }
}
