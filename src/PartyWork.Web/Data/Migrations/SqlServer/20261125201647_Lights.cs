using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Lights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Light",
                table: "WorkTasks",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LightUntil",
                table: "WorkTasks",
                type: "date",
                nullable: true);

            // Long gone by, so that the first reading works the colours out.
            migrationBuilder.Sql("UPDATE WorkTasks SET LightUntil = '2000-01-01'");

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_OrganizationId_Year_Category_No",
                table: "WorkTasks",
                columns: new[] { "OrganizationId", "Year", "Category", "No" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkTasks_Year_Light_OrganizationId_Category_No",
                table: "WorkTasks",
                columns: new[] { "Year", "Light", "OrganizationId", "Category", "No" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_OrganizationId_Year_Category_No",
                table: "WorkTasks");

            migrationBuilder.DropIndex(
                name: "IX_WorkTasks_Year_Light_OrganizationId_Category_No",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "Light",
                table: "WorkTasks");

            migrationBuilder.DropColumn(
                name: "LightUntil",
                table: "WorkTasks");
        }
    }
}
