using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HelperPhoneIndex",
                table: "Case",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhoneIndex",
                table: "Case",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Case_HelperPhoneIndex",
                table: "Case",
                column: "HelperPhoneIndex",
                filter: "\"HelperPhoneIndex\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_PhoneIndex",
                table: "Case",
                column: "PhoneIndex",
                filter: "\"PhoneIndex\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_TopicCode_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "TopicCode", "ReceivedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Case_HelperPhoneIndex",
                table: "Case");

            migrationBuilder.DropIndex(
                name: "IX_Case_PhoneIndex",
                table: "Case");

            migrationBuilder.DropIndex(
                name: "IX_Case_TopicCode_ReceivedAt_Id",
                table: "Case");

            migrationBuilder.DropColumn(
                name: "HelperPhoneIndex",
                table: "Case");

            migrationBuilder.DropColumn(
                name: "PhoneIndex",
                table: "Case");
        }
    }
}
