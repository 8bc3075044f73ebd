using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ReleaseTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "EachPartySigns",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "EnglishAuthoritative",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "GuardianMaySign",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "MaxAgeForTaxOnly",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Medical",
                table: "Agency",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "MinorMedicalByParent",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "NextOfKinMaySign",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SensitiveRecords",
                table: "Agency",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "SpecificRecords",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SubjectAbroadSigns",
                table: "Agency",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TemplateCode",
                table: "Agency",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "generic");

            migrationBuilder.CreateTable(
                name: "ReleaseTemplate",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameEs = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseTemplate", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseTemplateVersion",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PublishedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DraftVersion = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseTemplateVersion", x => new { x.Code, x.Number });
                    table.ForeignKey(
                        name: "FK_ReleaseTemplateVersion_ReleaseTemplate_Code",
                        column: x => x.Code,
                        principalTable: "ReleaseTemplate",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReleaseTemplateVersion");

            migrationBuilder.DropTable(
                name: "ReleaseTemplate");

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
