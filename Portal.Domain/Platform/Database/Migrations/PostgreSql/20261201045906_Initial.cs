using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Portal.Domain.Platform.Database.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessCode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    EmailIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessCode", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Activity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Operation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    EventName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    EventVersion = table.Column<int>(type: "integer", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activity", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ActivitySeal",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivitySeal", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Agency",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    NameEs = table.Column<string>(type: "text", nullable: false),
                    ShortName = table.Column<string>(type: "text", nullable: false),
                    ShortNameEs = table.Column<string>(type: "text", nullable: false),
                    Article = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, defaultValue: ""),
                    ArticleEs = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, defaultValue: ""),
                    ShortArticle = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, defaultValue: ""),
                    ShortArticleEs = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false, defaultValue: ""),
                    PublicNote = table.Column<string>(type: "text", nullable: true),
                    PublicNoteEs = table.Column<string>(type: "text", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: true),
                    NotesEs = table.Column<string>(type: "text", nullable: true),
                    AcknowledgmentDays = table.Column<int>(type: "integer", nullable: true),
                    InterimDays = table.Column<int>(type: "integer", nullable: true),
                    FinalDays = table.Column<int>(type: "integer", nullable: true),
                    FollowUpDays = table.Column<int>(type: "integer", nullable: false),
                    FollowUpsBeforeEscalation = table.Column<int>(type: "integer", nullable: false),
                    FollowUpSource = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Rules_EachPartySigns = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_EnglishAuthoritative = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_ExceptionCitation = table.Column<string>(type: "text", nullable: true),
                    Rules_ExceptionCondition = table.Column<string>(type: "text", nullable: true),
                    Rules_ExceptionConditionEs = table.Column<string>(type: "text", nullable: true),
                    Rules_Form = table.Column<string>(type: "text", nullable: true),
                    Rules_GuardianMaySign = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_MarkWitnesses = table.Column<int>(type: "integer", nullable: false),
                    Rules_MaxAgeForTaxOnly = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_Medical = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rules_MinorMedicalByParent = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_NextOfKinMaySign = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_OnlyOfficeNamed = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_Perjury = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_ReleaseMaxAgeDays = table.Column<int>(type: "integer", nullable: true),
                    Rules_RequiredIdentifiers = table.Column<List<string>>(type: "text[]", nullable: false),
                    Rules_ResignAfterClosedInquiryDays = table.Column<int>(type: "integer", nullable: true),
                    Rules_SensitiveRecords = table.Column<List<string>>(type: "text[]", nullable: false),
                    Rules_Signature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rules_SpecificRecords = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_SubjectAbroadSigns = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_TaxInInk = table.Column<bool>(type: "boolean", nullable: false),
                    Rules_TemplateCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rules_TranslationCertified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agency", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "AgencyChannel",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Card = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyChannel", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "AppealPeriod",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Card = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppealPeriod", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Constituent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IdentityIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    FirstSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Constituent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataKey",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrappedKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MasterKeyId = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKey", x => x.OwnerId);
                });

            migrationBuilder.CreateTable(
                name: "DisasterException",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisasterException", x => x.EventId);
                });

            migrationBuilder.CreateTable(
                name: "Document",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    ContentType = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StoredName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    CopyName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    LeavesOut = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ScanNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UploadedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SharedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SearchedForCodeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PaperOfReleaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    CameWith = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Document", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Election",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OnBallot = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Election", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactCheck",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactCheck", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "GuardOverride",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Guard = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardOverride", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HelpRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SealedAnswers = table.Column<string>(type: "text", nullable: false),
                    SealedContact = table.Column<string>(type: "text", nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReturnEmailIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IndexState",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Format = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexState", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobRun",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Job = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Error = table.Column<string>(type: "text", nullable: true),
                    ByHand = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobState",
                columns: table => new
                {
                    Job = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    LastStartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastEndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastRows = table.Column<int>(type: "integer", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobState", x => x.Job);
                });

            migrationBuilder.CreateTable(
                name: "KeyProof",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProof", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Legislator",
                columns: table => new
                {
                    Bioguide = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    FullName = table.Column<string>(type: "text", nullable: false),
                    Gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Chamber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    District = table.Column<int>(type: "integer", nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Url = table.Column<string>(type: "text", nullable: true),
                    Address = table.Column<string>(type: "text", nullable: true),
                    ContactForm = table.Column<string>(type: "text", nullable: true),
                    TermEndsOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Legislator", x => x.Bioguide);
                });

            migrationBuilder.CreateTable(
                name: "LetterheadSeal",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Picture = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterheadSeal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailboxPlace",
                columns: table => new
                {
                    Mailbox = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Numbering = table.Column<long>(type: "bigint", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: true),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Trying = table.Column<long>(type: "bigint", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailboxPlace", x => x.Mailbox);
                });

            migrationBuilder.CreateTable(
                name: "MassApproval",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TextMark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ApprovedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MassApproval", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MassCount",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    TextMark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Unasked = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MassCount", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MessageTemplate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    NameEs = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    En = table.Column<string>(type: "text", nullable: false),
                    Es = table.Column<string>(type: "text", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageTemplate", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Office",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Chamber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MemberFullName = table.Column<string>(type: "text", nullable: false),
                    MemberGender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    District = table.Column<int>(type: "integer", nullable: true),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Email = table.Column<string>(type: "text", nullable: true),
                    Website = table.Column<string>(type: "text", nullable: true),
                    UpdateIntervalDays = table.Column<int>(type: "integer", nullable: false),
                    ReleaseMonths = table.Column<int>(type: "integer", nullable: false),
                    ReleaseReminderDays = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "3,7,14"),
                    ReleaseRenewalDays = table.Column<int>(type: "integer", nullable: false, defaultValue: 30),
                    ReleaseCloseDays = table.Column<int>(type: "integer", nullable: false, defaultValue: 30),
                    ReviewsLetters = table.Column<bool>(type: "boolean", nullable: false),
                    LetterheadLines = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Bioguide = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Office", x => x.Id);
                    table.CheckConstraint("CK_Office_Only", "\"Id\" = 1");
                });

            migrationBuilder.CreateTable(
                name: "OfficeClosure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NameEs = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeClosure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OfficeResource",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckedById = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Card_About = table.Column<string>(type: "text", nullable: false),
                    Card_AboutEs = table.Column<string>(type: "text", nullable: false),
                    Card_Address = table.Column<string>(type: "text", nullable: true),
                    Card_Counties = table.Column<string[]>(type: "text[]", nullable: false),
                    Card_Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Card_Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Card_NameEs = table.Column<string>(type: "text", nullable: true),
                    Card_Phone = table.Column<string>(type: "text", nullable: true),
                    Card_States = table.Column<string[]>(type: "text[]", nullable: false),
                    Card_Topics = table.Column<string[]>(type: "text[]", nullable: false),
                    Card_Url = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeResource", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Recipient = table.Column<string>(type: "text", nullable: false),
                    RecipientIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FailedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastError = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PeopleJoin",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseIds = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleJoin", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Procedure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CheckedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Card_Body = table.Column<string>(type: "text", nullable: false),
                    Card_BodyEs = table.Column<string>(type: "text", nullable: true),
                    Card_Source = table.Column<string>(type: "text", nullable: true),
                    Card_Title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Card_TitleEs = table.Column<string>(type: "text", nullable: true),
                    Card_Topics = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedXml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PublicAgency",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Card = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublicAgency", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseTemplate",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameEs = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseTemplate", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "RoutingDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reasons = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingDecision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RoutingRule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Aspect = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Enabled = table.Column<bool>(type: "boolean", nullable: false),
                    AtLeast = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    TopicPrefix = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    ZipPrefix = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    AssigneeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingRule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Session",
                columns: table => new
                {
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    SealedTicket = table.Column<string>(type: "text", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Session", x => x.KeyHash);
                });

            migrationBuilder.CreateTable(
                name: "SpentChallenges",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpentChallenges", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "StaffMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Languages = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Specialties = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Location = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    MaxOpenCases = table.Column<int>(type: "integer", nullable: true),
                    AbsentFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    AbsentUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    HandOverToId = table.Column<Guid>(type: "uuid", nullable: true),
                    HandedOverFor = table.Column<DateOnly>(type: "date", nullable: true),
                    EnrollmentTokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    EnrollmentExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LinkOpens = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMember", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Surge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    NameEs = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Banner = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    BannerEs = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    TopicCode = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Zips = table.Column<List<string>>(type: "text[]", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surge", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurgePiece",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftOut = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgePiece", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SurgeSending",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentById = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgeSending", x => x.MessageId);
                });

            migrationBuilder.CreateTable(
                name: "Tag",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tag", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Topic",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Card = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Topic", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "UnsealedActivity",
                columns: table => new
                {
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnsealedActivity", x => x.ActivityId);
                });

            migrationBuilder.CreateTable(
                name: "ZipDistrict",
                columns: table => new
                {
                    Zip = table.Column<string>(type: "character(5)", fixedLength: true, maxLength: 5, nullable: false),
                    State = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    District = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ZipDistrict", x => new { x.Zip, x.State, x.District });
                });

            migrationBuilder.CreateTable(
                name: "AgencyContact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VerifiedById = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Card_Address = table.Column<string>(type: "text", nullable: true),
                    Card_Email = table.Column<string>(type: "text", nullable: true),
                    Card_Fax = table.Column<string>(type: "text", nullable: true),
                    Card_Hours = table.Column<string>(type: "text", nullable: true),
                    Card_Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Card_Note = table.Column<string>(type: "text", nullable: true),
                    Card_Office = table.Column<string>(type: "text", nullable: true),
                    Card_Phone = table.Column<string>(type: "text", nullable: true),
                    Card_Preferred = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Card_States = table.Column<string[]>(type: "text[]", nullable: false),
                    Card_SubAgency = table.Column<string>(type: "text", nullable: true),
                    Card_Topics = table.Column<string[]>(type: "text[]", nullable: false),
                    Card_WebForm = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyContact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencyContact_Agency_AgencyCode",
                        column: x => x.AgencyCode,
                        principalTable: "Agency",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Source = table.Column<string>(type: "text", nullable: false),
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
                name: "LegislatorOffice",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    Bioguide = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    City = table.Column<string>(type: "text", nullable: false),
                    Street = table.Column<string>(type: "text", nullable: true),
                    Suite = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    Zip = table.Column<string>(type: "text", nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Fax = table.Column<string>(type: "text", nullable: true),
                    Hours = table.Column<string>(type: "text", nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegislatorOffice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegislatorOffice_Legislator_Bioguide",
                        column: x => x.Bioguide,
                        principalTable: "Legislator",
                        principalColumn: "Bioguide",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OfficeLocation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<int>(type: "integer", nullable: false),
                    SourceId = table.Column<string>(type: "text", nullable: true),
                    Label = table.Column<string>(type: "text", nullable: false),
                    Street = table.Column<string>(type: "text", nullable: true),
                    Suite = table.Column<string>(type: "text", nullable: true),
                    City = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    Zip = table.Column<string>(type: "text", nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Fax = table.Column<string>(type: "text", nullable: true),
                    Hours = table.Column<string>(type: "text", nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeLocation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficeLocation_Office_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Office",
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
                    Source = table.Column<string>(type: "text", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_StaffMember_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_StaffMember_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_StaffMember_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeed",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeed", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_CalendarFeed_StaffMember_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Case",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    ConstituentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Priority = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    TopicCode = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SpokenLanguage = table.Column<string>(type: "text", nullable: true),
                    Residency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Zip = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    AssignedToId = table.Column<Guid>(type: "uuid", nullable: true),
                    Door = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OpenedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    BeforeContact = table.Column<string>(type: "text", nullable: true),
                    CallWord = table.Column<string>(type: "text", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RoutedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RouteAgainAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PromisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdateDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdateIntervalDays = table.Column<int>(type: "integer", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosingReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UnansweredSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpenAsks = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    OpenInquiries = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnswerUntoldSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnswersToConfirm = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    AnswerToConfirmSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HelperWrites = table.Column<bool>(type: "boolean", nullable: false),
                    Danger = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ReviewReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ContactEmail = table.Column<string>(type: "text", nullable: true),
                    ContactEmailIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PhoneIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    HelperPhoneIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Case", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Case_Constituent_ConstituentId",
                        column: x => x.ConstituentId,
                        principalTable: "Constituent",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Case_StaffMember_AssignedToId",
                        column: x => x.AssignedToId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeCall",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FirstName = table.Column<string>(type: "text", nullable: true),
                    LastName = table.Column<string>(type: "text", nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    CallBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CallBackAt = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    ForId = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeCall", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficeCall_StaffMember_ForId",
                        column: x => x.ForId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedView",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Query = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedView", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedView_StaffMember_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInTry",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    ForgottenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInTry", x => new { x.StaffId, x.Place });
                    table.ForeignKey(
                        name: "FK_SignInTry_StaffMember_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffDigest",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsOff = table.Column<bool>(type: "boolean", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastWeekOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffDigest", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_StaffDigest_StaffMember_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_StaffPasskey_StaffMember_UserId",
                        column: x => x.UserId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "NewsSubscriber",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurgeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "text", nullable: false),
                    EmailIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsSubscriber", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NewsSubscriber_Surge_SurgeId",
                        column: x => x.SurgeId,
                        principalTable: "Surge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurgeMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SurgeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: true),
                    SubjectEs = table.Column<string>(type: "text", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    TextEs = table.Column<string>(type: "text", nullable: false),
                    AsAsked = table.Column<bool>(type: "boolean", nullable: false),
                    TextMark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurgeMessage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurgeMessage_Surge_SurgeId",
                        column: x => x.SurgeId,
                        principalTable: "Surge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BulkAct",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    En = table.Column<string>(type: "text", nullable: true),
                    Es = table.Column<string>(type: "text", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    TagId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    RunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsCanceled = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkAct", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulkAct_StaffMember_ById",
                        column: x => x.ById,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulkAct_Tag_TagId",
                        column: x => x.TagId,
                        principalTable: "Tag",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencyInquiry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Ask = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentById = table.Column<Guid>(type: "uuid", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    AlsoUnder = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    ExceptionCitation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FollowUpOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FollowUpsDue = table.Column<int>(type: "integer", nullable: false),
                    FollowUpsSent = table.Column<int>(type: "integer", nullable: false),
                    FollowUpDueSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EscalatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyInquiry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencyInquiry_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    Form = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedKey = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDraft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDraft_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CaseDraft_StaffMember_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseIndexEntry",
                columns: table => new
                {
                    Word = table.Column<long>(type: "bigint", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseIndexEntry", x => new { x.Word, x.CaseId });
                    table.ForeignKey(
                        name: "FK_CaseIndexEntry_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseMerge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    IntoId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseMerge", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseMerge_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseMerge_Case_IntoId",
                        column: x => x.IntoId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseNote_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CasePresence",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Form = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePresence", x => new { x.CaseId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_CasePresence_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CasePresence_StaffMember_StaffId",
                        column: x => x.StaffId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseSnooze",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseSnooze", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseSnooze_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseTag",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    TagId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTag", x => new { x.CaseId, x.TagId });
                    table.ForeignKey(
                        name: "FK_CaseTag_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTag_Tag_TagId",
                        column: x => x.TagId,
                        principalTable: "Tag",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseTask",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "text", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    ForId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTask", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseTask_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTask_StaffMember_ForId",
                        column: x => x.ForId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Decision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decision_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IndexedCase",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexedCase", x => x.Number);
                    table.ForeignKey(
                        name: "FK_IndexedCase_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InformationRequest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CanceledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationRequest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InformationRequest_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterDraft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SendAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentById = table.Column<Guid>(type: "uuid", nullable: true),
                    SendTo = table.Column<string>(type: "text", nullable: true),
                    ByManager = table.Column<bool>(type: "boolean", nullable: false),
                    ByAnother = table.Column<bool>(type: "boolean", nullable: false),
                    ChangedById = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeldFor = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PrintedName = table.Column<string>(type: "text", nullable: true),
                    PrintedSha256 = table.Column<string>(type: "text", nullable: true),
                    PrintedLength = table.Column<long>(type: "bigint", nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentBackById = table.Column<Guid>(type: "uuid", nullable: true),
                    SentBackWhy = table.Column<string>(type: "text", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterDraft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LetterDraft_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Message",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false),
                    EmailedFrom = table.Column<string>(type: "text", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Message", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Message_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PhoneCall",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    With = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    CallBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhoneCall", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhoneCall_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyRelease",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectName = table.Column<string>(type: "text", nullable: false),
                    Capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CannotSign = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SignerEmail = table.Column<string>(type: "text", nullable: true),
                    SignerEmailIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    LinkToken = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SealedDetails = table.Column<string>(type: "text", nullable: false),
                    ProofDocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PaperDocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PaperReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PaperMatchedByCode = table.Column<bool>(type: "boolean", nullable: false),
                    PaperKeptAt = table.Column<string>(type: "text", nullable: true),
                    RefusalReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Reminders = table.Column<int>(type: "integer", nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Signature_TemplateId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Signature_TemplateVersion = table.Column<int>(type: "integer", nullable: true),
                    Signature_SealedText = table.Column<string>(type: "text", nullable: true),
                    Signature_TextSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Signature_NameAsTyped = table.Column<string>(type: "text", nullable: true),
                    Signature_SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Signature_Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Signature_Assurance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Signature_RemoteAddress = table.Column<string>(type: "text", nullable: true),
                    Signature_UserAgent = table.Column<string>(type: "text", nullable: true),
                    Signature_OutsideUnitedStates = table.Column<bool>(type: "boolean", nullable: true),
                    Signature_Capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Signature_MarkWitnesses = table.Column<int>(type: "integer", nullable: true),
                    Signature_TranslationCertified = table.Column<bool>(type: "boolean", nullable: true),
                    Signature_NameDiffers = table.Column<bool>(type: "boolean", nullable: true),
                    Signature_CoversMedical = table.Column<bool>(type: "boolean", nullable: true),
                    Signature_CoversTax = table.Column<bool>(type: "boolean", nullable: true),
                    Signature_IdentifiersGiven = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Signature_SealedCeremony = table.Column<string>(type: "text", nullable: true),
                    Signature_CheckedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Signature_CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Signature_PdfName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Signature_PdfSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Signature_VerificationCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Signature_CopyDeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SupersededById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Matter_CoversTax = table.Column<bool>(type: "boolean", nullable: false),
                    Matter_Form = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Matter_Identifiers = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Matter_Signature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyRelease", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrivacyRelease_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedMail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DigestIndex = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    From = table.Column<string>(type: "text", nullable: false),
                    FromName = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    FileNames = table.Column<string>(type: "text", nullable: false),
                    LeftOut = table.Column<string>(type: "text", nullable: true),
                    StoredName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IsWhole = table.Column<bool>(type: "boolean", nullable: false),
                    IsAutomatic = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledById = table.Column<Guid>(type: "uuid", nullable: true),
                    As = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: true),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedMail", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReceivedMail_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Referral",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referral", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Referral_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
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
                    Condition = table.Column<string>(type: "text", nullable: false),
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
                name: "RunningDeadline",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    ResponseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PeriodCode = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    What = table.Column<string>(type: "text", nullable: false),
                    WhatEs = table.Column<string>(type: "text", nullable: false),
                    Citation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    AddedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RemindedAtDays = table.Column<int>(type: "integer", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RunningDeadline", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RunningDeadline_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SafetyAlert",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallerId = table.Column<Guid>(type: "uuid", nullable: true),
                    CallingAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReachedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    How = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SafetyAlert", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SafetyAlert_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SafetyAlert_StaffMember_CallerId",
                        column: x => x.CallerId,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SafetyAlert_StaffMember_ReachedById",
                        column: x => x.ReachedById,
                        principalTable: "StaffMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SentLetter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    Addressee = table.Column<string>(type: "text", nullable: false),
                    SentTo = table.Column<string>(type: "text", nullable: true),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Template = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    StoredName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentById = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentLetter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SentLetter_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulkItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seen = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BulkItem_BulkAct_ActId",
                        column: x => x.ActId,
                        principalTable: "BulkAct",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulkItem_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgencyResponse",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgencyResponse", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgencyResponse_AgencyInquiry_InquiryId",
                        column: x => x.InquiryId,
                        principalTable: "AgencyInquiry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InquiryFollowUp",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Escalation = table.Column<bool>(type: "boolean", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
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
                name: "ReleaseShare",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Recipient = table.Column<string>(type: "text", nullable: false),
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
                name: "MailProposal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    InquiryId = table.Column<Guid>(type: "uuid", nullable: true),
                    As = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailProposal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailProposal_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MailProposal_ReceivedMail_MailId",
                        column: x => x.MailId,
                        principalTable: "ReceivedMail",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AnswerRating",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Help = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: true),
                    RatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerRating", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerRating_AgencyResponse_Id",
                        column: x => x.Id,
                        principalTable: "AgencyResponse",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerRating_Case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateIndex(
                name: "IX_AccessCode_EmailIndex_ExpiresAt",
                table: "AccessCode",
                columns: new[] { "EmailIndex", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessCode_ExpiresAt",
                table: "AccessCode",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Activity_ActorId_Id",
                table: "Activity",
                columns: new[] { "ActorId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_CaseId_Id",
                table: "Activity",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Activity_EventName_Id",
                table: "Activity",
                columns: new[] { "EventName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivitySeal_ActivityId",
                table: "ActivitySeal",
                column: "ActivityId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgencyContact_AgencyCode",
                table: "AgencyContact",
                column: "AgencyCode",
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
                name: "IX_AgencyInquiry_AgencyCode_EndedAt",
                table: "AgencyInquiry",
                columns: new[] { "AgencyCode", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_CaseId_Id",
                table: "AgencyInquiry",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_EscalatedAt",
                table: "AgencyInquiry",
                column: "EscalatedAt",
                filter: "\"EndedAt\" IS NULL AND \"EscalatedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_ExpectedOn",
                table: "AgencyInquiry",
                column: "ExpectedOn",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyInquiry_FollowUpOn",
                table: "AgencyInquiry",
                column: "FollowUpOn",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyResponse_DocumentId",
                table: "AgencyResponse",
                column: "DocumentId",
                filter: "\"DocumentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgencyResponse_InquiryId_Id",
                table: "AgencyResponse",
                columns: new[] { "InquiryId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerRating_AgencyCode_RatedAt",
                table: "AnswerRating",
                columns: new[] { "AgencyCode", "RatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AnswerRating_CaseId",
                table: "AnswerRating",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkAct_ById",
                table: "BulkAct",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_BulkAct_RunAt",
                table: "BulkAct",
                column: "RunAt",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BulkAct_TagId",
                table: "BulkAct",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_BulkItem_ActId_State",
                table: "BulkItem",
                columns: new[] { "ActId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkItem_CaseId",
                table: "BulkItem",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeed_TokenHash",
                table: "CalendarFeed",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Case_AnswerToConfirmSince",
                table: "Case",
                column: "AnswerToConfirmSince",
                filter: "\"AnswerToConfirmSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_AnswerUntoldSince",
                table: "Case",
                column: "AnswerUntoldSince",
                filter: "\"AnswerUntoldSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_AssignedToId_Priority_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "AssignedToId", "Priority", "ReceivedAt", "Id" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_ClosedWithAnswerToConfirmSince",
                table: "Case",
                columns: new[] { "AssignedToId", "Id" },
                filter: "\"ClosedAt\" IS NOT NULL AND \"AnswerToConfirmSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_ClosedWithAnswerUntoldSince",
                table: "Case",
                columns: new[] { "AssignedToId", "Id" },
                filter: "\"ClosedAt\" IS NOT NULL AND \"AnswerUntoldSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_ClosedWithDanger",
                table: "Case",
                columns: new[] { "AssignedToId", "Id" },
                filter: "\"ClosedAt\" IS NOT NULL AND \"Danger\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_ClosedWithUnansweredSince",
                table: "Case",
                columns: new[] { "AssignedToId", "Id" },
                filter: "\"ClosedAt\" IS NOT NULL AND \"UnansweredSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_ConstituentId",
                table: "Case",
                column: "ConstituentId");

            migrationBuilder.CreateIndex(
                name: "IX_Case_ContactEmailIndex_Status",
                table: "Case",
                columns: new[] { "ContactEmailIndex", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_HelperPhoneIndex",
                table: "Case",
                column: "HelperPhoneIndex",
                filter: "\"HelperPhoneIndex\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_InDanger",
                table: "Case",
                column: "Id",
                filter: "\"Danger\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_PhoneIndex",
                table: "Case",
                column: "PhoneIndex",
                filter: "\"PhoneIndex\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_Priority_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "Priority", "ReceivedAt", "Id" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_PromisedOn",
                table: "Case",
                column: "PromisedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Case_Reference",
                table: "Case",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Case_RouteAgainAt",
                table: "Case",
                column: "RouteAgainAt",
                filter: "\"RouteAgainAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_RoutedAt",
                table: "Case",
                column: "RoutedAt",
                filter: "\"RoutedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Case_Status_Priority_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "Status", "Priority", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_TopicCode_ReceivedAt_Id",
                table: "Case",
                columns: new[] { "TopicCode", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_UnansweredSince",
                table: "Case",
                column: "UnansweredSince");

            migrationBuilder.CreateIndex(
                name: "IX_Case_UpdateDueOn_Id",
                table: "Case",
                columns: new[] { "UpdateDueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDraft_CaseId_StaffId_Form",
                table: "CaseDraft",
                columns: new[] { "CaseId", "StaffId", "Form" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseDraft_SavedAt",
                table: "CaseDraft",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CaseDraft_StaffId",
                table: "CaseDraft",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseIndexEntry_CaseId",
                table: "CaseIndexEntry",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMerge_CaseId",
                table: "CaseMerge",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMerge_IntoId",
                table: "CaseMerge",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseNote_CaseId_Id",
                table: "CaseNote",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePresence_SeenAt",
                table: "CasePresence",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_CasePresence_StaffId",
                table: "CasePresence",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTag_TagId_CaseId",
                table: "CaseTag",
                columns: new[] { "TagId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTask_CaseId_On",
                table: "CaseTask",
                columns: new[] { "CaseId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTask_ForId",
                table: "CaseTask",
                column: "ForId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTask_On",
                table: "CaseTask",
                column: "On",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Constituent_IdentityIndex",
                table: "Constituent",
                column: "IdentityIndex");

            migrationBuilder.CreateIndex(
                name: "IX_DataKey_MasterKeyId",
                table: "DataKey",
                column: "MasterKeyId");

            migrationBuilder.CreateIndex(
                name: "IX_Decision_CaseId",
                table: "Decision",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Decision_DueOn",
                table: "Decision",
                column: "DueOn",
                filter: "\"DecidedAt\" IS NULL AND \"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Document_CaseId_Id",
                table: "Document",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Document_CopyName",
                table: "Document",
                column: "CopyName");

            migrationBuilder.CreateIndex(
                name: "IX_Document_SearchedForCodeAt",
                table: "Document",
                column: "Id",
                filter: "\"SearchedForCodeAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Document_State",
                table: "Document",
                column: "State",
                filter: "\"State\" IN ('Pending','Failed')");

            migrationBuilder.CreateIndex(
                name: "IX_Document_StoredName",
                table: "Document",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_Election_Day",
                table: "Election",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_GuardOverride_CaseId",
                table: "GuardOverride",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardOverride_Guard",
                table: "GuardOverride",
                column: "Guard");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequest_ExpiresAt",
                table: "HelpRequest",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequest_ReturnEmailIndex",
                table: "HelpRequest",
                column: "ReturnEmailIndex");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequest_TokenHash",
                table: "HelpRequest",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IndexedCase_CaseId",
                table: "IndexedCase",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InformationRequest_CaseId_Id",
                table: "InformationRequest",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_InformationRequest_DueOn",
                table: "InformationRequest",
                column: "DueOn",
                filter: "\"AnsweredAt\" IS NULL AND \"CanceledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InquiryFollowUp_InquiryId_Id",
                table: "InquiryFollowUp",
                columns: new[] { "InquiryId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRun_Job_Id",
                table: "JobRun",
                columns: new[] { "Job", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRun_StartedAt",
                table: "JobRun",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Legislator_State_District",
                table: "Legislator",
                columns: new[] { "State", "District" });

            migrationBuilder.CreateIndex(
                name: "IX_LegislatorOffice_Bioguide",
                table: "LegislatorOffice",
                column: "Bioguide");

            migrationBuilder.CreateIndex(
                name: "IX_LetterDraft_CaseId",
                table: "LetterDraft",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterDraft_HeldSince",
                table: "LetterDraft",
                column: "HeldSince");

            migrationBuilder.CreateIndex(
                name: "IX_LetterDraft_ReturnedAt",
                table: "LetterDraft",
                column: "ReturnedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LetterDraft_SendAt",
                table: "LetterDraft",
                column: "SendAt");

            migrationBuilder.CreateIndex(
                name: "IX_LetterDraft_SentBackById",
                table: "LetterDraft",
                column: "SentBackById");

            migrationBuilder.CreateIndex(
                name: "IX_LetterDraft_SignedAt",
                table: "LetterDraft",
                column: "SignedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MailProposal_CaseId",
                table: "MailProposal",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_MailProposal_MailId_Rank",
                table: "MailProposal",
                columns: new[] { "MailId", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_MassApproval_TextMark",
                table: "MassApproval",
                column: "TextMark");

            migrationBuilder.CreateIndex(
                name: "IX_MassCount_Year_TextMark",
                table: "MassCount",
                columns: new[] { "Year", "TextMark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Message_CaseId_Id",
                table: "Message",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NewsSubscriber_SurgeId_EmailIndex",
                table: "NewsSubscriber",
                columns: new[] { "SurgeId", "EmailIndex" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsSubscriber_TokenHash",
                table: "NewsSubscriber",
                column: "TokenHash");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeCall_EndedAt_Id",
                table: "OfficeCall",
                columns: new[] { "EndedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OfficeCall_ForId_CallBackOn",
                table: "OfficeCall",
                columns: new[] { "ForId", "CallBackOn" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeLocation_OfficeId",
                table: "OfficeLocation",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeResource_EndedAt",
                table: "OfficeResource",
                column: "EndedAt",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_CaseId_Id",
                table: "OutgoingMail",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_DueAt",
                table: "OutgoingMail",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_FailedAt",
                table: "OutgoingMail",
                column: "FailedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_Key",
                table: "OutgoingMail",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleJoin_IntoId",
                table: "PeopleJoin",
                column: "IntoId");

            migrationBuilder.CreateIndex(
                name: "IX_PhoneCall_CaseId_Id",
                table: "PhoneCall",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_CaseId_Status_AgencyCode",
                table: "PrivacyRelease",
                columns: new[] { "CaseId", "Status", "AgencyCode" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_LinkToken",
                table: "PrivacyRelease",
                column: "LinkToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_Signature_PdfName",
                table: "PrivacyRelease",
                column: "Signature_PdfName");

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_Signature_PdfSha256",
                table: "PrivacyRelease",
                column: "Signature_PdfSha256");

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_Signature_VerificationCode",
                table: "PrivacyRelease",
                column: "Signature_VerificationCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_SignerEmailIndex_RequestedAt",
                table: "PrivacyRelease",
                columns: new[] { "SignerEmailIndex", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_Status_ExpiresOn",
                table: "PrivacyRelease",
                columns: new[] { "Status", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRelease_Status_RequestedAt",
                table: "PrivacyRelease",
                columns: new[] { "Status", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Procedure_RetiredAt",
                table: "Procedure",
                column: "RetiredAt",
                filter: "\"RetiredAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMail_CaseId_Id",
                table: "ReceivedMail",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMail_DigestIndex",
                table: "ReceivedMail",
                column: "DigestIndex",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMail_State_Id",
                table: "ReceivedMail",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMail_State_SettledAt",
                table: "ReceivedMail",
                columns: new[] { "State", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedMail_StoredName",
                table: "ReceivedMail",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_CaseId",
                table: "Referral",
                column: "CaseId");

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

            migrationBuilder.CreateIndex(
                name: "IX_RoutingDecision_CaseId_Id",
                table: "RoutingDecision",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RunningDeadline_CaseId_LastDay",
                table: "RunningDeadline",
                columns: new[] { "CaseId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_RunningDeadline_LastDay",
                table: "RunningDeadline",
                column: "LastDay",
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyAlert_CallerId",
                table: "SafetyAlert",
                column: "CallerId");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyAlert_CaseId_Id",
                table: "SafetyAlert",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SafetyAlert_RaisedAt",
                table: "SafetyAlert",
                column: "RaisedAt",
                filter: "\"ReachedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SafetyAlert_ReachedById",
                table: "SafetyAlert",
                column: "ReachedById");

            migrationBuilder.CreateIndex(
                name: "IX_SavedView_OwnerId",
                table: "SavedView",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SentLetter_CaseId_Id",
                table: "SentLetter",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SentLetter_StoredName",
                table: "SentLetter",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_Session_CaseId",
                table: "Session",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Session_ExpiresAt",
                table: "Session",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Session_StaffId",
                table: "Session",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInTry_ForgottenAt",
                table: "SignInTry",
                column: "ForgottenAt");

            migrationBuilder.CreateIndex(
                name: "IX_SpentChallenges_ExpiresAt",
                table: "SpentChallenges",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "StaffMember",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_StaffMember_EnrollmentTokenHash",
                table: "StaffMember",
                column: "EnrollmentTokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "StaffMember",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StaffPasskey_UserId",
                table: "StaffPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Surge_ClosedAt",
                table: "Surge",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurgeMessage_SurgeId_Id",
                table: "SurgeMessage",
                columns: new[] { "SurgeId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SurgePiece_MessageId_Id",
                table: "SurgePiece",
                columns: new[] { "MessageId", "Id" },
                filter: "\"SentAt\" IS NULL AND \"LeftOut\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SurgePiece_MessageId_PersonId",
                table: "SurgePiece",
                columns: new[] { "MessageId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurgeSending_DoneAt",
                table: "SurgeSending",
                column: "DoneAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessCode");

            migrationBuilder.DropTable(
                name: "Activity");

            migrationBuilder.DropTable(
                name: "ActivitySeal");

            migrationBuilder.DropTable(
                name: "AgencyChannel");

            migrationBuilder.DropTable(
                name: "AgencyContact");

            migrationBuilder.DropTable(
                name: "AgencyForm");

            migrationBuilder.DropTable(
                name: "AnswerRating");

            migrationBuilder.DropTable(
                name: "AppealPeriod");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "BulkItem");

            migrationBuilder.DropTable(
                name: "CalendarFeed");

            migrationBuilder.DropTable(
                name: "CaseDraft");

            migrationBuilder.DropTable(
                name: "CaseIndexEntry");

            migrationBuilder.DropTable(
                name: "CaseMerge");

            migrationBuilder.DropTable(
                name: "CaseNote");

            migrationBuilder.DropTable(
                name: "CasePresence");

            migrationBuilder.DropTable(
                name: "CaseSnooze");

            migrationBuilder.DropTable(
                name: "CaseTag");

            migrationBuilder.DropTable(
                name: "CaseTask");

            migrationBuilder.DropTable(
                name: "DataKey");

            migrationBuilder.DropTable(
                name: "Decision");

            migrationBuilder.DropTable(
                name: "DisasterException");

            migrationBuilder.DropTable(
                name: "Document");

            migrationBuilder.DropTable(
                name: "Election");

            migrationBuilder.DropTable(
                name: "FactCheck");

            migrationBuilder.DropTable(
                name: "GuardOverride");

            migrationBuilder.DropTable(
                name: "HelpRequest");

            migrationBuilder.DropTable(
                name: "IndexedCase");

            migrationBuilder.DropTable(
                name: "IndexState");

            migrationBuilder.DropTable(
                name: "InformationRequest");

            migrationBuilder.DropTable(
                name: "InquiryFollowUp");

            migrationBuilder.DropTable(
                name: "JobRun");

            migrationBuilder.DropTable(
                name: "JobState");

            migrationBuilder.DropTable(
                name: "KeyProof");

            migrationBuilder.DropTable(
                name: "LegislatorOffice");

            migrationBuilder.DropTable(
                name: "LetterDraft");

            migrationBuilder.DropTable(
                name: "LetterheadSeal");

            migrationBuilder.DropTable(
                name: "MailboxPlace");

            migrationBuilder.DropTable(
                name: "MailProposal");

            migrationBuilder.DropTable(
                name: "MassApproval");

            migrationBuilder.DropTable(
                name: "MassCount");

            migrationBuilder.DropTable(
                name: "Message");

            migrationBuilder.DropTable(
                name: "MessageTemplate");

            migrationBuilder.DropTable(
                name: "NewsSubscriber");

            migrationBuilder.DropTable(
                name: "OfficeCall");

            migrationBuilder.DropTable(
                name: "OfficeClosure");

            migrationBuilder.DropTable(
                name: "OfficeLocation");

            migrationBuilder.DropTable(
                name: "OfficeResource");

            migrationBuilder.DropTable(
                name: "OutgoingMail");

            migrationBuilder.DropTable(
                name: "PeopleJoin");

            migrationBuilder.DropTable(
                name: "PhoneCall");

            migrationBuilder.DropTable(
                name: "Procedure");

            migrationBuilder.DropTable(
                name: "ProtectionKey");

            migrationBuilder.DropTable(
                name: "PublicAgency");

            migrationBuilder.DropTable(
                name: "Referral");

            migrationBuilder.DropTable(
                name: "ReleaseException");

            migrationBuilder.DropTable(
                name: "ReleaseShareView");

            migrationBuilder.DropTable(
                name: "ReleaseTemplateVersion");

            migrationBuilder.DropTable(
                name: "RoutingDecision");

            migrationBuilder.DropTable(
                name: "RoutingRule");

            migrationBuilder.DropTable(
                name: "RunningDeadline");

            migrationBuilder.DropTable(
                name: "SafetyAlert");

            migrationBuilder.DropTable(
                name: "SavedView");

            migrationBuilder.DropTable(
                name: "SentLetter");

            migrationBuilder.DropTable(
                name: "Session");

            migrationBuilder.DropTable(
                name: "SignInTry");

            migrationBuilder.DropTable(
                name: "SpentChallenges");

            migrationBuilder.DropTable(
                name: "StaffDigest");

            migrationBuilder.DropTable(
                name: "StaffPasskey");

            migrationBuilder.DropTable(
                name: "SurgeMessage");

            migrationBuilder.DropTable(
                name: "SurgePiece");

            migrationBuilder.DropTable(
                name: "SurgeSending");

            migrationBuilder.DropTable(
                name: "Topic");

            migrationBuilder.DropTable(
                name: "UnsealedActivity");

            migrationBuilder.DropTable(
                name: "ZipDistrict");

            migrationBuilder.DropTable(
                name: "Agency");

            migrationBuilder.DropTable(
                name: "AgencyResponse");

            migrationBuilder.DropTable(
                name: "BulkAct");

            migrationBuilder.DropTable(
                name: "Legislator");

            migrationBuilder.DropTable(
                name: "ReceivedMail");

            migrationBuilder.DropTable(
                name: "Office");

            migrationBuilder.DropTable(
                name: "ReleaseShare");

            migrationBuilder.DropTable(
                name: "ReleaseTemplate");

            migrationBuilder.DropTable(
                name: "Surge");

            migrationBuilder.DropTable(
                name: "AgencyInquiry");

            migrationBuilder.DropTable(
                name: "Tag");

            migrationBuilder.DropTable(
                name: "PrivacyRelease");

            migrationBuilder.DropTable(
                name: "Case");

            migrationBuilder.DropTable(
                name: "Constituent");

            migrationBuilder.DropTable(
                name: "StaffMember");
        }
    }
}
