using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchByBeginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseIndexEntry",
                columns: table => new
                {
                    Text = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false, collation: "BINARY"),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseIndexEntry", x => new { x.Text, x.CaseId });
                    table.ForeignKey(
                        name: "FK_CaseIndexEntry_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseIndexEntry_CaseId",
                table: "CaseIndexEntry",
                column: "CaseId");

            // The entries of the cases there are; CaseIndexEntry.Of makes those of new ones.
            migrationBuilder.Sql(
                """
                WITH RECURSIVE Beginning (CaseId, Text, Nth) AS (
                    SELECT "Id", replace("Reference", '-', ' '), 1 FROM "Case"
                    UNION ALL
                    SELECT c."Id", p."NormalizedName", 1 FROM "Case" c JOIN "Constituent" p ON p."Id" = c."ConstituentId"
                    UNION ALL
                    SELECT CaseId, substr(Text, instr(Text, ' ') + 1), Nth + 1 FROM Beginning WHERE instr(Text, ' ') > 0 AND Nth < 12
                )
                INSERT INTO "CaseIndexEntry" ("Text", "CaseId") SELECT DISTINCT Text, CaseId FROM Beginning;
                """);

            migrationBuilder.DropIndex(
                name: "IX_Constituent_NormalizedName",
                table: "Constituent");

            // By itself EF would write the whole table anew, outside the transaction of the migration.
            migrationBuilder.Sql("ALTER TABLE \"Constituent\" DROP COLUMN \"NormalizedName\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseIndexEntry");

            migrationBuilder.AddColumn<string>(
                name: "NormalizedName",
                table: "Constituent",
                type: "TEXT",
                maxLength: 260,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Constituent_NormalizedName",
                table: "Constituent",
                column: "NormalizedName");
        }
    }
}
