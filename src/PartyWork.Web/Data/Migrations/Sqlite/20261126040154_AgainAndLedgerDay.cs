using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyWork.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgainAndLedgerDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Scheme_LedgerDay",
                table: "WorkYears",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "NewNodes",
                table: "TaskChanges",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OldNodes",
                table: "TaskChanges",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Scheme_LedgerDay",
                table: "WorkYears");

            migrationBuilder.DropColumn(
                name: "NewNodes",
                table: "TaskChanges");

            migrationBuilder.DropColumn(
                name: "OldNodes",
                table: "TaskChanges");
        }
    }
}
