using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CommitMarksAndAssessmentWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases");

            migrationBuilder.AddColumn<int>(
                name: "Scheme_DebriefDueDay",
                table: "WorkYears",
                type: "INTEGER",
                nullable: false,
                defaultValue: 31);

            migrationBuilder.AddColumn<int>(
                name: "Scheme_PledgeDueDay",
                table: "WorkYears",
                type: "INTEGER",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<string>(
                name: "SampleSeed",
                table: "Surveys",
                type: "TEXT",
                unicode: false,
                maxLength: 8,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "SampledOf",
                table: "Surveys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ReportedBy",
                table: "SiteMeasure",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportedOn",
                table: "SiteMeasure",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "SiteMeasure",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "SiteMeasure",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Agreed",
                table: "SheetLine",
                type: "INTEGER",
                nullable: true);

            // 联合复核 of before: what the two teams agreed on stands where the review of then left it.
            migrationBuilder.Sql("UPDATE SheetLine SET Agreed = Reviewed WHERE ReviewReason <> '' AND EXISTS (SELECT 1 FROM ScoreSheets s WHERE s.Id = SheetLine.SheetId AND s.Agreed = SheetLine.ReviewReason)");

            migrationBuilder.AddColumn<int>(
                name: "Use",
                table: "ReturnPhrases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Scheme_CappingFailures",
                table: "RectificationBatches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<int>(
                name: "SupervisionNoteId",
                table: "EvidenceUses",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "WorkTaskId",
                table: "CoordinationItems",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "AuditEntries",
                type: "TEXT",
                unicode: false,
                maxLength: 45,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "CommitMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MembersDebrief",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Speaker = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Entitled = table.Column<int>(type: "INTEGER", nullable: false),
                    Present = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Opinions = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
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
                    table.PrimaryKey("PK_MembersDebrief", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MembersDebrief_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PetitionCount",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Cases = table.Column<int>(type: "INTEGER", nullable: false),
                    MassEvents = table.Column<int>(type: "INTEGER", nullable: false),
                    RepeatedOrSkipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
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
                    table.PrimaryKey("PK_PetitionCount", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PetitionCount_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhrases_PersonId_Use_Text",
                table: "ReturnPhrases",
                columns: new[] { "PersonId", "Use", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_ItemId_SupervisionNoteId",
                table: "EvidenceUses",
                columns: new[] { "ItemId", "SupervisionNoteId" },
                unique: true,
                filter: "SupervisionNoteId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_SupervisionNoteId",
                table: "EvidenceUses",
                column: "SupervisionNoteId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitMarks_At",
                table: "CommitMarks",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_MembersDebrief_On",
                table: "MembersDebrief",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_MembersDebrief_OrganizationId_On",
                table: "MembersDebrief",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PetitionCount_On",
                table: "PetitionCount",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_PetitionCount_OrganizationId_On",
                table: "PetitionCount",
                columns: new[] { "OrganizationId", "On" });

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceUses_SupervisionNotes_SupervisionNoteId",
                table: "EvidenceUses",
                column: "SupervisionNoteId",
                principalTable: "SupervisionNotes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceUses_SupervisionNotes_SupervisionNoteId",
                table: "EvidenceUses");

            migrationBuilder.DropTable(
                name: "CommitMarks");

            migrationBuilder.DropTable(
                name: "MembersDebrief");

            migrationBuilder.DropTable(
                name: "PetitionCount");

            migrationBuilder.DropIndex(
                name: "IX_ReturnPhrases_PersonId_Use_Text",
                table: "ReturnPhrases");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_ItemId_SupervisionNoteId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_SupervisionNoteId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "Scheme_DebriefDueDay",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "Scheme_PledgeDueDay",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "SampleSeed",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "SampledOf",
                table: "Surveys");

            migrationBuilder.DropColumn(
                name: "ReportedBy",
                table: "SiteMeasure");

            migrationBuilder.DropColumn(
                name: "ReportedOn",
                table: "SiteMeasure");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "SiteMeasure");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "SiteMeasure");

            migrationBuilder.DropColumn(
                name: "Agreed",
                table: "SheetLine");

            migrationBuilder.DropColumn(
                name: "Use",
                table: "ReturnPhrases");

            migrationBuilder.DropColumn(
                name: "Scheme_CappingFailures",
                table: "RectificationBatches");

            migrationBuilder.DropColumn(
                name: "SupervisionNoteId",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "AuditEntries");

            migrationBuilder.AlterColumn<int>(
                name: "WorkTaskId",
                table: "CoordinationItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnPhrases_PersonId_Text",
                table: "ReturnPhrases",
                columns: new[] { "PersonId", "Text" },
                unique: true);
        }
    }
}
