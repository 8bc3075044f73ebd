using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Protection;

/// <summary>Every text column is sealed, or here with the reason why it isn't.</summary>
public sealed class SealedColumnsTests
{
    private static readonly Dictionary<string, string> InTheClear = new()
    {
        ["A hash, or a key under another key"] = """
            AccessCode: CodeHash EmailIndex · ActivitySeal: Hash · Case: ContactEmailIndex PhoneIndex HelperPhoneIndex · Constituent: IdentityIndex ·
            CalendarFeed: TokenHash · NewsSubscriber: EmailIndex TokenHash · SurgeMessage: TextMark · MassCount: TextMark · MassApproval: TextMark · DataKey: WrappedKey MasterKeyId · Document: Sha256 · HelpRequest: TokenHash ReturnEmailIndex · OutgoingMail: Key RecipientIndex · MailboxPlace: Mailbox · ReceivedMail: DigestIndex · PrivacyRelease: SignerEmailIndex ·
            ProtectionKey: SealedXml · ReleaseShare: TokenHash · ReleaseSignature: TextSha256 PdfSha256 · SentLetter: Sha256 · LetterDraft: PrintedSha256 · Session: KeyHash · SpentChallenge: Hash ·
            AgencyForm: Sha256 · ReleaseTemplateVersion: Sha256 · StaffMember: EnrollmentTokenHash PasswordHash SecurityStamp ConcurrencyStamp
            """,
        ["Sealed by the operation that writes it"] = """
            HelpRequest: SealedAnswers SealedContact · PrivacyRelease: SealedDetails · ReleaseSignature: SealedText SealedCeremony · Session: SealedTicket
            """,
        ["A code, a state, or a random name"] = """
            AccessCode: Purpose Language · Activity: ActorKind Operation EventName · AgencyInquiry: AgencyCode Ask Method AlsoUnder · AgencyResponse: Kind · AnswerRating: AgencyCode Help · Decision: By Choice · LetterDraft: HeldFor PrintedName ·
            PhoneCall: Direction · BulkAct: Deed Reason · BulkItem: State · PeopleJoin: CaseIds · OfficeCall: Direction · NewsSubscriber: Language · SurgeMessage: Kind · SurgePiece: LeftOut · CaseTask: Kind · CaseDraft: Form · CasePresence: Form · Case: Door ConfirmedBy Reference Status Priority TopicCode AgencyCode Language Residency ClosingReason OpenAsks · ReceivedMail: StoredName · Document: ContentType StoredName CopyName State UploadedBy ·
            HelpRequest: Language · InquiryFollowUp: Method · GuardOverride: Guard · RunningDeadline: AgencyCode PeriodCode · SentLetter: Method Template StoredName · Message: From · OutgoingMail: Kind Language ·
            PrivacyRelease: AgencyCode Role Capacity Status Language LinkToken RefusalReason · Referral: Kind · ReleaseException: AgencyCode ·
            ReleaseSignature: TemplateId Method Assurance Capacity IdentifiersGiven PdfName VerificationCode
            """,
        ["A sentence of ours, or of a law"] = """
            AgencyInquiry: ExceptionCitation · RunningDeadline: Citation · Case: ReviewReason · BulkItem: Why · ReleaseException: Citation Condition · RoutingDecision: Reasons
            """,
        ["Events, which hold no personal data (EventsDocumentTests)"] = "Activity: Payload",
        ["The virus scanner's or mail server's answer, without the address"] = "Document: ScanNote · OutgoingMail: LastError",
        ["Errors of jobs, which name no one"] = "JobRun: Job Error · JobState: Job LastError",
        ["Five digits, for routing"] = "Case: Zip",
    };

    // What the office sets up for itself: nothing about a constituent.
    private static readonly HashSet<string> OfTheOffice =
    [
        "Agency", "AgencyChannel", "AgencyContact", "ContactCard", "PublicAgency", "AgencyForm", "AgencyRules", "AppealPeriod", "FactCheck", "Legislator", "LegislatorOffice", "Office", "OfficeResource", "ResourceCard", "OfficeClosure", "OfficeLocation", "ReleaseTemplate",
        "ReleaseTemplateVersion", "MessageTemplate", "Procedure", "ProcedureCard", "RoutingRule", "SavedView", "Tag", "StaffMember", "Surge", "MassCount", "MassApproval", "Election", "DisasterException", "IdentityUserClaim", "IdentityUserLogin", "IdentityUserToken",
        "IdentityUserPasskey", "IdentityPasskeyData", "KeyProof", "SignInTry", "Topic", "ZipDistrict",
    ];

    [Fact]
    public void A_new_text_column_is_sealed_or_has_a_reason_not_to_be()
    {
        using var database = new EmptyDatabase();
        using var db = database.Open();
        var listed = InTheClear.Values.SelectMany(l => l.Split('·')).Select(t => t.Split(':')).SelectMany(
            t => t[1].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(c => $"{t[0].Trim()}.{c}")).Where(c => !IsOfTheOffice(c)).ToHashSet();
        var clear = db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()
            .Where(p => (p.GetProviderClrType() ?? p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string) && p.ClrType != typeof(SealedText))
            .Where(p => !p.IsShadowProperty() && !p.ClrType.IsEnum && Nullable.GetUnderlyingType(p.ClrType)?.IsEnum != true)
            .Select(p => $"{Name(t)}.{p.Name}")).Where(c => !IsOfTheOffice(c)).ToHashSet();
        Assert.Equal("", string.Join(", ", clear.Except(listed).Order()));
    }

    [Fact]
    public void Every_sealed_row_says_whose_key_protects_it()
    {
        using var database = new EmptyDatabase();
        using var db = database.Open();
        var tables = db.Model.GetEntityTypes().Where(t => t.GetProperties().Any(p => p.ClrType == typeof(SealedText))).ToList();
        Assert.Equal(
            ["AgencyInquiry", "AgencyResponse", "BulkAct", "Case", "CaseDraft", "CaseNote", "CaseTask", "Decision", "Document", "GuardOverride", "InformationRequest", "InquiryFollowUp", "LetterDraft", "Message", "NewsSubscriber", "OfficeCall", "OutgoingMail", "PhoneCall",
             "PrivacyRelease", "ReceivedMail", "Referral", "ReleaseShare", "ReleaseSignature", "RunningDeadline", "SafetyAlert", "SentLetter", "SurgeMessage"],
            tables.Select(Name).Order());
        Assert.All(tables.Where(t => !t.ClrType.Name.Equals("ReleaseSignature", StringComparison.Ordinal)), t =>
            Assert.True(t.FindProperty("CaseId") is not null || t.FindAnnotation("Portal:SealedFor") is not null, Name(t)));
    }

    private static bool IsOfTheOffice(string column) => OfTheOffice.Contains(column[..column.LastIndexOf('.')]);

    private static string Name(Microsoft.EntityFrameworkCore.Metadata.IEntityType table) =>
        table.ClrType.Name == "ActivityEntry" ? "Activity" : table.ShortName();
}
