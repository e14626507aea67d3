using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DecisionRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DecisionRule",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConsultDays = table.Column<int>(type: "int", nullable: false),
                    PublicationDays = table.Column<int>(type: "int", nullable: false),
                    Quorum = table.Column<int>(type: "int", nullable: false),
                    Majority = table.Column<int>(type: "int", nullable: false),
                    Base = table.Column<int>(type: "int", nullable: false),
                    Basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
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
                    table.PrimaryKey("PK_DecisionRule", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionRule_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRule_On",
                table: "DecisionRule",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionRule_OrganizationId_On",
                table: "DecisionRule",
                columns: new[] { "OrganizationId", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DecisionRule");
        }
    }
}
