using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Fixes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AgencyInquiry_ExpectedOn",
                table: "AgencyInquiry");

            migrationBuilder.RenameColumn(
                name: "OverdueAt",
                table: "AgencyInquiry",
                newName: "FollowUpDueSince");

            migrationBuilder.AddColumn<string>(
                name: "LinkOpens",
                table: "StaffMember",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Enrolment");

            migrationBuilder.AddColumn<DateTime>(
                name: "RouteAgainAt",
                table: "Case",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WordDueOn",
                table: "Case",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChaseOn",
                table: "AgencyInquiry",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateTime>(
                name: "EscalatedAt",
                table: "AgencyInquiry",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChaseDays",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<string>(
                name: "ChaseSource",
                table: "Agency",
                type: "TEXT",
                nullable: false,
                defaultValue: "casework.md, Clocks: a follow-up draft while an answer is late, an escalation after three [G, unverified]");

            migrationBuilder.AddColumn<int>(
                name: "ChasesBeforeEscalation",
                table: "Agency",
                type: "INTEGER",
                nullable: false,
                defaultValue: 3);

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
                defaultValue: "Never");

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
                name: "InquiryFollowUp",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InquiryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Escalation = table.Column<bool>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InquiryFollowUp", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InquiryFollowUp_AgencyInquiry_InquiryId",
                        column: x => x.InquiryId,
                        principalTable: "AgencyInquiry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Case_RouteAgainAt",
                table: "Case",
                column: "RouteAgainAt",
                filter: "\"RouteAgainAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_WordDueOn_Id",
                table: "Case",
                columns: new[] { "WordDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_ChaseOn",
                table: "AgencyInquiry",
                column: "ChaseOn",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InquiryFollowUp_InquiryId_Id",
                table: "InquiryFollowUp",
                columns: new[] { "InquiryId", "Id" });

            // What stood before the new columns goes on: a word is due when it was promised, a late answer is looked at the day after.
            migrationBuilder.Sql("UPDATE \"Case\" SET \"WordDueOn\" = \"PromisedOn\"");
            migrationBuilder.Sql("UPDATE \"AgencyInquiry\" SET \"ChaseOn\" = date(\"ExpectedOn\", '+1 day')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InquiryFollowUp");

            migrationBuilder.DropIndex(
                name: "IX_Case_RouteAgainAt",
                table: "Case");

            migrationBuilder.DropIndex(
                name: "IX_Case_WordDueOn_Id",
                table: "Case");

            migrationBuilder.DropIndex(
                name: "IX_AgencyInquiry_ChaseOn",
                table: "AgencyInquiry");

            migrationBuilder.DropColumn(
                name: "LinkOpens",
                table: "StaffMember");

            migrationBuilder.DropColumn(
                name: "RouteAgainAt",
                table: "Case");

            migrationBuilder.DropColumn(
                name: "WordDueOn",
                table: "Case");

            migrationBuilder.DropColumn(
                name: "ChaseOn",
                table: "AgencyInquiry");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "AgencyInquiry");

            migrationBuilder.DropColumn(
                name: "ChaseDays",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "ChaseSource",
                table: "Agency");

            migrationBuilder.DropColumn(
                name: "ChasesBeforeEscalation",
                table: "Agency");

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

            migrationBuilder.RenameColumn(
                name: "FollowUpDueSince",
                table: "AgencyInquiry",
                newName: "OverdueAt");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_ExpectedOn",
                table: "AgencyInquiry",
                column: "ExpectedOn",
                filter: "\"EndedAt\" IS NULL");
        }
    }
}
