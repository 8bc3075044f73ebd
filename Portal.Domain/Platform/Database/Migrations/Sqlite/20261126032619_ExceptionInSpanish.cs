using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExceptionInSpanish : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ExceptionConditionEs",
                table: "Agency",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ExceptionConditionEs",
                table: "Agency");
        }
    }
}
