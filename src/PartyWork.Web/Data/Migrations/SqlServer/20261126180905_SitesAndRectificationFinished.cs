using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SitesAndRectificationFinished : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReportedBy",
                table: "SiteMeasure",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportedOn",
                table: "SiteMeasure",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "SiteMeasure",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "SiteMeasure",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Scheme_CappingFailures",
                table: "RectificationBatches",
                type: "int",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.AddColumn<int>(
                name: "SupervisionNoteId",
                table: "EvidenceUses",
                type: "int",
                nullable: true);

            migrationBuilder.AlterColumn<int>(
                name: "WorkTaskId",
                table: "CoordinationItems",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.CreateTable(
                name: "PetitionCount",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Cases = table.Column<int>(type: "int", nullable: false),
                    MassEvents = table.Column<int>(type: "int", nullable: false),
                    RepeatedOrSkipped = table.Column<int>(type: "int", nullable: false),
                    Finding = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EnteredBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    WithdrawReason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false)
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
                name: "PetitionCount");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_ItemId_SupervisionNoteId",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_SupervisionNoteId",
                table: "EvidenceUses");

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
                name: "Scheme_CappingFailures",
                table: "RectificationBatches");

            migrationBuilder.DropColumn(
                name: "SupervisionNoteId",
                table: "EvidenceUses");

            migrationBuilder.AlterColumn<int>(
                name: "WorkTaskId",
                table: "CoordinationItems",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);
        }
    }
}
