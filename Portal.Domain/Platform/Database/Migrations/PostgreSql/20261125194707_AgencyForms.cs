using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AgencyForms : Migration
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
                name: "AgencyForm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StoredName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    PageCount = table.Column<int>(type: "integer", nullable: false),
                    FieldMap = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UploadedById = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedById = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyForm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencyForm_Agency_AgencyCode",
                        column: x => x.AgencyCode,
                        principalTable: "Agency",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyForm_AgencyCode_Edition",
                table: "AgencyForm",
                columns: new[] { "AgencyCode", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencyForm_Draft",
                table: "AgencyForm",
                column: "AgencyCode",
                unique: true,
                filter: "\"State\" = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyForm_StoredName",
                table: "AgencyForm",
                column: "StoredName");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencyForm");

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
