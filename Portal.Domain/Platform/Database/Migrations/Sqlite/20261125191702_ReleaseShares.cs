using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReleaseShares : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "EachPartySigns",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "EnglishAuthoritative",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "GuardianMaySign",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MaxAgeForTaxOnly",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Medical",
                table: "Agency",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "MinorMedicalByParent",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "NextOfKinMaySign",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SensitiveRecords",
                table: "Agency",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "SpecificRecords",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SubjectAbroadSigns",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TemplateCode",
                table: "Agency",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "generic");

            migrationBuilder.CreateTable(
                name: "ReleaseShare",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseShare", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleaseShare_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleaseShare_PrivacyRelease_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "PrivacyRelease",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseShareView",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ViewedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseShareView", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleaseShareView_ReleaseShare_ShareId",
                        column: x => x.ShareId,
                        principalTable: "ReleaseShare",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseShare_CaseId",
                table: "ReleaseShare",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseShare_ReleaseId",
                table: "ReleaseShare",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseShare_TokenHash",
                table: "ReleaseShare",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseShareView_ShareId_ViewedAt",
                table: "ReleaseShareView",
                columns: new[] { "ShareId", "ViewedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReleaseShareView");

            migrationBuilder.DropTable(
                name: "ReleaseShare");

            migrationBuilder.DropColumn(
                name: "EachPartySigns",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "EnglishAuthoritative",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "GuardianMaySign",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "MaxAgeForTaxOnly",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "Medical",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "MinorMedicalByParent",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "NextOfKinMaySign",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "SensitiveRecords",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "SpecificRecords",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "SubjectAbroadSigns",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "TemplateCode",
                table: "Agency");
        }
    }
}
