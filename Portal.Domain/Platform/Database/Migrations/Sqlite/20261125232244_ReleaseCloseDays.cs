using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReleaseCloseDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ReleaseCloseDays",
                table: "Office",
                type: "INTEGER",
                nullable: false,
                defaultValue: 30);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReleaseCloseDays",
                table: "Office");
        }
    }
}
