using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GradesOfTheYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Two steps have come between 结果已定 and 已归档.
            migrationBuilder.Sql("UPDATE Rounds SET Stage = 8 WHERE Stage = 6");

            migrationBuilder.AddColumn<string>(
                name: "AnnouncedBy",
                table: "Rounds",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnnouncedOn",
                table: "Rounds",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnnouncementNo",
                table: "Rounds",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "GradedOn",
                table: "Rounds",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GradingNo",
                table: "Rounds",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AnnualResults",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    SheetId = table.Column<int>(type: "int", nullable: false),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Group = table.Column<int>(type: "int", nullable: false),
                    Worksheet = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Proposed = table.Column<int>(type: "int", nullable: false),
                    CapWords = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Grade = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnualResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnualResults_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualResults_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnualResults_ScoreSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "ScoreSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GradingSchemes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Year = table.Column<int>(type: "int", nullable: false),
                    FrozenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GradingSchemes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VetoReviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrganizationId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Ground = table.Column<int>(type: "int", nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    RaisedBy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HeardOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Statement = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MeetingNo = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Decision = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    NoticeNo = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VetoReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VetoReviews_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchemeNumber",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SchemeId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchemeNumber", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchemeNumber_GradingSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "GradingSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchemeWeight",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SchemeId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Part = table.Column<int>(type: "int", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    Without = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchemeWeight", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchemeWeight_GradingSchemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "GradingSchemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AnnualResults_OrganizationId",
                table: "AnnualResults",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_AnnualResults_RoundId_OrganizationId",
                table: "AnnualResults",
                columns: new[] { "RoundId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnualResults_SheetId",
                table: "AnnualResults",
                column: "SheetId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GradingSchemes_Year",
                table: "GradingSchemes",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchemeNumber_SchemeId_Number",
                table: "SchemeNumber",
                columns: new[] { "SchemeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchemeWeight_SchemeId_Kind_Part",
                table: "SchemeWeight",
                columns: new[] { "SchemeId", "Kind", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VetoReviews_OrganizationId",
                table: "VetoReviews",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_VetoReviews_Year_OrganizationId",
                table: "VetoReviews",
                columns: new[] { "Year", "OrganizationId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("UPDATE Rounds SET Stage = 6 WHERE Stage = 8");
            migrationBuilder.Sql("UPDATE Rounds SET Stage = 5 WHERE Stage = 7");

            migrationBuilder.DropTable(
                name: "AnnualResults");

            migrationBuilder.DropTable(
                name: "SchemeNumber");

            migrationBuilder.DropTable(
                name: "SchemeWeight");

            migrationBuilder.DropTable(
                name: "VetoReviews");

            migrationBuilder.DropTable(
                name: "GradingSchemes");

            migrationBuilder.DropColumn(
                name: "AnnouncedBy",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "AnnouncedOn",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "AnnouncementNo",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "GradedOn",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "GradingNo",
                table: "Rounds");
        }
    }
}
