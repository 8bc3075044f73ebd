using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Releases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PrivacyRelease_CaseId_AgencyCode",
                table: "PrivacyRelease");

            migrationBuilder.DropIndex(
                name: "IX_Case_AssignedToId_Status_Priority_ReceivedAt_Id",
                table: "Case");

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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Capacity",
                table: "PrivacyRelease",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PaperDocumentId",
                table: "PrivacyRelease",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PaperKeptAt",
                table: "PrivacyRelease",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PaperMatchedByCode",
                table: "PrivacyRelease",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "PaperReceivedAt",
                table: "PrivacyRelease",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PartyId",
                table: "PrivacyRelease",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "ProofDocumentId",
                table: "PrivacyRelease",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusalReason",
                table: "PrivacyRelease",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "PrivacyRelease",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Signature_Capacity",
                table: "PrivacyRelease",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Signature_CheckedAt",
                table: "PrivacyRelease",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Signature_CheckedById",
                table: "PrivacyRelease",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Signature_CoversMedical",
                table: "PrivacyRelease",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Signature_CoversTax",
                table: "PrivacyRelease",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signature_IdentifiersGiven",
                table: "PrivacyRelease",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Signature_MarkWitnesses",
                table: "PrivacyRelease",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Signature_NameDiffers",
                table: "PrivacyRelease",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signature_SealedCeremony",
                table: "PrivacyRelease",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Signature_TranslationCertified",
                table: "PrivacyRelease",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReleaseReminderDays",
                table: "Office",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "3,7,14");

            migrationBuilder.AddColumn<int>(
                name: "ReleaseRenewalDays",
                table: "Office",
                type: "integer",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<DateTime>(
                name: "SearchedForCodeAt",
                table: "Document",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RouteAgainAt",
                table: "Case",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WordDueOn",
                table: "Case",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<List<Guid>>(
                name: "AlsoUnder",
                table: "AgencyInquiry",
                type: "uuid[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ChaseOn",
                table: "AgencyInquiry",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateTime>(
                name: "EscalatedAt",
                table: "AgencyInquiry",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChaseDays",
                table: "Agency",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ChaseSource",
                table: "Agency",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "ChasesBeforeEscalation",
                table: "Agency",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.AddColumn<int>(
                name: "RulesVersion",
                table: "Agency",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.CreateTable(
                name: "InquiryFollowUp",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Escalation = table.Column<bool>(type: "boolean", nullable: false),
                    Body = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentById = table.Column<Guid>(type: "uuid", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ReleaseException",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Citation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Condition = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseException", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleaseException_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseShare",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Recipient = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                name: "ReleaseShareView",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShareId = table.Column<Guid>(type: "uuid", nullable: false),
                    ViewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_CaseId_Status_AgencyCode",
                table: "PrivacyRelease",
                columns: new[] { "CaseId", "Status", "AgencyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Document_SearchedForCodeAt",
                table: "Document",
                column: "Id",
                filter: "\"SearchedForCodeAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_AssignedToId_Priority_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "AssignedToId", "Priority", "ReceivedAt", "Id" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_Priority_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "Priority", "ReceivedAt", "Id" },
                filter: "\"ClosedAt\" IS NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_InquiryFollowUp_InquiryId_Id",
                table: "InquiryFollowUp",
                columns: new[] { "InquiryId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseException_CaseId_AgencyCode",
                table: "ReleaseException",
                columns: new[] { "CaseId", "AgencyCode" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

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
            // Releases of before: the constituent's own, signed for themselves; their files were never searched for codes.
            migrationBuilder.Sql("UPDATE \"PrivacyRelease\" SET \"PartyId\" = \"CaseId\"");
            migrationBuilder.Sql("UPDATE \"PrivacyRelease\" SET \"Role\" = 'Subject', \"Capacity\" = 'Self'");
            migrationBuilder.Sql("UPDATE \"PrivacyRelease\" SET \"Signature_Capacity\" = 'Self', \"Signature_TranslationCertified\" = FALSE, \"Signature_NameDiffers\" = FALSE, \"Signature_CoversMedical\" = FALSE, \"Signature_CoversTax\" = FALSE, \"Signature_IdentifiersGiven\" = '' WHERE \"Signature_TemplateId\" IS NOT NULL");
            migrationBuilder.Sql("UPDATE \"Document\" SET \"SearchedForCodeAt\" = \"UploadedAt\"");
            migrationBuilder.Sql("UPDATE \"Agency\" SET \"Medical\" = 'Never' WHERE \"Medical\" = ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgencyForm");

            migrationBuilder.DropTable(
                name: "InquiryFollowUp");

            migrationBuilder.DropTable(
                name: "ReleaseException");

            migrationBuilder.DropTable(
                name: "ReleaseShareView");

            migrationBuilder.DropTable(
                name: "ReleaseTemplateVersion");

            migrationBuilder.DropTable(
                name: "ReleaseShare");

            migrationBuilder.DropTable(
                name: "ReleaseTemplate");

            migrationBuilder.DropIndex(
                name: "IX_PrivacyRelease_CaseId_Status_AgencyCode",
                table: "PrivacyRelease");

            migrationBuilder.DropIndex(
                name: "IX_Document_SearchedForCodeAt",
                table: "Document");

            migrationBuilder.DropIndex(
                name: "IX_Case_AssignedToId_Priority_ReceivedAt_Id",
                table: "Case");

            migrationBuilder.DropIndex(
                name: "IX_Case_Priority_ReceivedAt_Id",
                table: "Case");

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
                name: "Capacity",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "PaperDocumentId",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "PaperKeptAt",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "PaperMatchedByCode",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "PaperReceivedAt",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "PartyId",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "ProofDocumentId",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "RefusalReason",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_Capacity",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_CheckedAt",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_CheckedById",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_CoversMedical",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_CoversTax",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_IdentifiersGiven",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_MarkWitnesses",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_NameDiffers",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_SealedCeremony",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "Signature_TranslationCertified",
                table: "PrivacyRelease");

            migrationBuilder.DropColumn(
                name: "ReleaseReminderDays",
                table: "Office");

            migrationBuilder.DropColumn(
                name: "ReleaseRenewalDays",
                table: "Office");

            migrationBuilder.DropColumn(
                name: "SearchedForCodeAt",
                table: "Document");

            migrationBuilder.DropColumn(
                name: "RouteAgainAt",
                table: "Case");

            migrationBuilder.DropColumn(
                name: "WordDueOn",
                table: "Case");

            migrationBuilder.DropColumn(
                name: "AlsoUnder",
                table: "AgencyInquiry");

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
                name: "RulesVersion",
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
                name: "IX_PrivacyRelease_CaseId_AgencyCode",
                table: "PrivacyRelease",
                columns: new[] { "CaseId", "AgencyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_AssignedToId_Status_Priority_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "AssignedToId", "Status", "Priority", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_ExpectedOn",
                table: "AgencyInquiry",
                column: "ExpectedOn",
                filter: "\"EndedAt\" IS NULL");
        }
    }
}
