using Portal.Domain.Agencies;
using Portal.Domain.Bulk;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Corrections;
using Portal.Domain.Constituents;
using Portal.Domain.Decisions;
using Portal.Domain.Desk;
using Portal.Domain.Districts;
using Portal.Domain.Documents;
using Portal.Domain.Facts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Intake;
using Portal.Domain.Knowledge;
using Portal.Domain.Liaisons;
using Portal.Domain.MailRoom;
using Portal.Domain.MassMail;
using Portal.Domain.Merging;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Resources;
using Portal.Domain.Routing;
using Portal.Domain.Progress;
using Portal.Domain.Staff;
using Portal.Domain.Surges;
using Portal.Domain.Tasks;
using Portal.Domain.Updates;
using Portal.Domain.Writing;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Access;

/// <summary>Every operation and who may run it. Add each new operation here; a test checks that none is missing.</summary>
public static class Attempts
{
    private const string RulesFile = "rule,based_on\nA rule of a file,topic\n";
    private const string NoToken = "no such token";
    private static readonly EmailAddress Email = EmailAddress.TryParse("nobody@example.org", out var address) ? address : default;

    public static IReadOnlyList<Attempt> All { get; } =
    [
        Attempt.At<AcceptCase>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v), a, default)) with { Versioned = true },
        Attempt.At<AssignCase>(Permission.AssignCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, s.Colleague), a, default)) with { Versioned = true },
        Attempt.At<AssignCase>(
            Permission.TakeCases,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, a.Id ?? Guid.Empty), a, default)) with { Versioned = true, Name = "AssignCase to oneself" },
        Attempt.At<HandOverCases>(Permission.AssignCases, (o, s, a, _) => o.ExecuteAsync(new(s.Colleague, null), a, default)) with { OfCase = false },
        Attempt.At<AssignCases>(Permission.AssignCases, (o, s, a, v) => o.ExecuteAsync([new(s.CaseId, v, s.Colleague)], a, default)) with { Versioned = true },
        Attempt.At<ChangePriority>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, Priority.P0), a, default)) with { Versioned = true },
        Attempt.At<ChangeTopic>(
            Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, "irs-refund", null), a, default)) with { Versioned = true },
        Attempt.At<ChangeUpdateInterval>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, 7), a, default)) with { Versioned = true },
        Attempt.At<CloseCase>(
            Permission.WorkCases,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, ClosingReason.InformationGiven, "Done."), a, default)) with { Versioned = true },
        Attempt.At<KeepDraft>(Permission.WriteNotes, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "note", []), a, default)),
        Attempt.At<DropDraft>(Permission.WriteNotes, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "note", Scene.New()), a, default)),
        Attempt.At<NotePresence>(Permission.ReadCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, null), a, default)),
        Attempt.At<TriageCase>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, Priority.P2), a, default)) with { Versioned = true },
        Attempt.At<LogOfficeCall>(Permission.WriteNotes, (o, _, a, _) => o.ExecuteAsync(new(CallDirection.In, "He called.", Scene.New()), a, default)) with { OfCase = false },
        Attempt.At<EndOfficeCall>(Permission.WriteNotes, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<FileOfficeCall>(Permission.WriteNotes, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), "none"), a, default)) with { OfCase = false },
        Attempt.At<SaveTag>(Permission.AssignCases, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), null, "flood"), a, default)) with { OfCase = false },
        Attempt.At<EndTag>(Permission.AssignCases, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<ChangeTags>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, []), a, default)),
        Attempt.At<TagCases>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new([s.CaseId], Scene.New(), true, Scene.New()), a, default)) with { OfCase = false },
        Attempt.At<UndoTags>(Permission.WorkCases, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<PlanBulk>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(BulkDeed.Close, [new(s.CaseId, 1)], Scene.New()), a, default)) with { OfCase = false },
        Attempt.At<PlanBulk>(Permission.MessageConstituents, (o, s, a, _) => o.ExecuteAsync(new(BulkDeed.Ask, [new(s.CaseId, 1)], Scene.New()), a, default)) with { OfCase = false, Name = "PlanBulk to ask" },
        Attempt.At<CancelBulk>(Permission.WorkCases, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<JoinPeople>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "none", Scene.New()), a, default)),
        Attempt.At<SplitPeople>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New()), a, default)),
        Attempt.At<MergeCases>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, "none", Scene.New()), a, default)) with { Versioned = true },
        Attempt.At<UndoMerge>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New()), a, default)),
        Attempt.At<AddTask>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, TaskKind.ToDo, "Call", new DateOnly(2026, 12, 1), Scene.New()), a, default)),
        Attempt.At<EndTask>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New(), false), a, default)),
        Attempt.At<MakeCalendarAddress>(Permission.TakeCases, (o, _, a, _) => o.ExecuteAsync(a, default)) with { OfCase = false },
        Attempt.At<RevokeCalendarAddress>(Permission.TakeCases, (o, _, a, _) => o.ExecuteAsync(a, default)) with { OfCase = false },
        Attempt.At<ChooseDigest>(Permission.TakeCases, (o, _, a, _) => o.ExecuteAsync(true, a, default)) with { OfCase = false },
        Attempt.At<SaveView>(Permission.ReadCases, (o, _, a, _) => o.ExecuteAsync(new("Mine", "view=open", false), a, default)) with { OfCase = false },
        Attempt.At<SaveView>(Permission.AssignCases, (o, _, a, _) => o.ExecuteAsync(new("Ours", "view=open", true), a, default)) with { OfCase = false, Name = "SaveView for everyone" },
        Attempt.At<DeleteView>(Permission.ReadCases, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<ExportView>(Permission.ExportCases, (o, _, a, _) => o.ExecuteAsync(new(QueueView.Open), a, default)) with { OfCase = false },
        Attempt.At<SaveMessageTemplate>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), null, "Hello", "Hola", "Hello", "Hola"), a, default)) with { OfCase = false },
        Attempt.At<EndMessageTemplate>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<SaveProcedure>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), null, new() { Title = "Hello", Body = "Hello" }), a, default)) with { OfCase = false },
        Attempt.At<CheckProcedure>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), 0, new(2026, 12, 1)), a, default)) with { OfCase = false },
        Attempt.At<RetireProcedure>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<RestoreProcedure>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<ConfirmResidency>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v), a, default)) with { Versioned = true },
        Attempt.At<CorrectContact>(
            Permission.WorkCases,
            (o, s, a, v) => o.ExecuteAsync(
                new(s.CaseId, v, ContactData.Of(Answers.Complete()), CorrectionReason.Asked, IdentityCheck.CalledBack), a, default)) with { Versioned = true },
        Attempt.At<ChangeMyContact>(
            Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, null, ContactData.Of(Answers.Complete())), a, default)) with { Owner = true },
        Attempt.At<DeclineCase>(
            Permission.WorkCases,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, ClosingReason.NotFederal, "Sorry."), a, default)) with { Versioned = true },
        Attempt.At<ReopenCase>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v), a, default)) with { Versioned = true },
        Attempt.At<RecordPersonReached>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(
            new(s.CaseId, v, a.Id ?? Guid.Empty, s.Office.Clock.Utc, ReachedHow.Phone), a, default)) with { Versioned = true },
        Attempt.At<StartSafetyCall>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId), a, default)),
        Attempt.At<EndSafetyCall>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId), a, default)),
        Attempt.At<MarkAsRead>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, null), a, default)) with { Versioned = true },
        Attempt.At<RevealIdentifier>(Permission.RevealIdentifiers, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "ssn"), a, default)),
        Attempt.At<WithdrawCase>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(s.CaseId, a, default)) with { Owner = true },
        Attempt.At<ReferCase>(
            Permission.WorkCases,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, ReferralKind.Community, "Food bank", "Go there."), a, default)) with { Versioned = true },
        Attempt.At<SendInquiry>(Permission.ContactAgencies, (o, s, a, v) => o.ExecuteAsync(
            new(s.CaseId, v, "SSA", PermittedAsk.InformationOrStatus, InquiryMethod.Phone, "Where is it?") { Key = Scene.New() },
            a,
            default)) with { Versioned = true },
        Attempt.At<RecordResponse>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(
            new(s.CaseId, s.InquiryId, ResponseKind.Interim, s.Office.Clock.Today, "Soon.", Scene.New()), a, default)),
        Attempt.At<FollowUpInquiry>(
            Permission.ContactAgencies,
            (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.InquiryId, InquiryMethod.Phone, "Where is it?", Scene.New()), a, default)),
        Attempt.At<SaveLetter>(
            Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New(), null, new("SSA", PermittedAsk.InformationOrStatus)), a, default)),
        Attempt.At<SendLetter>(
            Permission.ContactAgencies, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, s.LetterId, InquiryMethod.Letter), a, default)) with { Versioned = true },
        Attempt.At<TakeBackLetter>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.LetterId, a, default)),
        Attempt.At<RecordSignature>(Permission.ApproveLetters, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.LetterId, null), a, default)),
        Attempt.At<SendBackLetter>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.LetterId, null, "Shorten it."), a, default)),
        Attempt.At<PrintBatchSheet>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new("SSA", [s.InquiryId]), a, default)),
        Attempt.At<SaveLetterhead>(Permission.SetUpOffice, (o, _, a, _) => o.ExecuteAsync(new(null, "Second office: Queens", false), a, default)) with { OfCase = false },
        Attempt.At<AskForDecision>(
            Permission.WorkCases,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, DecisionBy.Member, "Call the district director?", s.Office.Clock.Today, Scene.New()), a, default)) with { Versioned = true },
        Attempt.At<MakeDecision>(Permission.ApproveLetters, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New(), DecisionChoice.Call, null), a, default)),
        Attempt.At<EndDecision>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New(), null), a, default)),
        Attempt.At<RateAnswer>(
            Permission.OwnCase, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New(), AnswerHelp.Partly, "They left out May.", Scene.New()), a, default)) with { Owner = true },
        Attempt.At<DropLetter>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.LetterId, a, default)),
        Attempt.At<SortMail>(Permission.RunJobs, (o, s, a, _) => o.ExecuteAsync(s.EmailId, a, default)),
        Attempt.At<FileMail>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.EmailId, 1, "7KQ4M-2XD9A", FiledAs.FileOnly), a, default)),
        Attempt.At<SetMailAside>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.EmailId, v ?? 1), a, default)) with { Versioned = true },
        Attempt.At<TakeBackMail>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.EmailId, 1), a, default)),
        Attempt.At<DismissAnswer>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.EmailId), a, default)),
        Attempt.At<OpenLetter>(Permission.OpenDocuments, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.LetterId, a, default)),
        Attempt.At<SaveContact>(
            Permission.ContactAgencies,
            (o, s, a, _) => o.ExecuteAsync(new(Scene.New(), null, "SSA", new() { Name = "Desk", Preferred = InquiryMethod.Phone, Phone = "303-555-0100" }), a, default)) with { OfCase = false },
        Attempt.At<VerifyContact>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.ContactId, 0, s.Office.Clock.Today), a, default)) with { OfCase = false },
        Attempt.At<EndContact>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(s.ContactId, a, default)) with { OfCase = false },
        Attempt.At<SaveResource>(
            Permission.WorkCases,
            (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), null, new() { Name = "Food bank", About = "Food.", AboutEs = "Comida.", Phone = "303-555-0100" }), a, default)) with { OfCase = false },
        Attempt.At<CheckResource>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(Scene.New(), 0, s.Office.Clock.Today), a, default)) with { OfCase = false },
        Attempt.At<EndResource>(Permission.WorkCases, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<ImportContacts>(
            Permission.ContactAgencies,
            (o, s, a, _) => o.ExecuteAsync(new StringReader("agency,name,preferred,phone\nSSA,Another desk,phone,303-555-0101\n"), a, default)) with { OfCase = false },
        Attempt.At<ImportDirectory>(
            Permission.SetUpOffice,
            (o, s, a, _) => o.ExecuteAsync([new MemoryStream("""{"agencies":[{"slug":"x","name":"X"}]}"""u8.ToArray())], a, default)) with { OfCase = false },
        Attempt.At<EndDeadline>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(s.CaseId, Scene.New(), a, default)),
        Attempt.At<ReadAnswer>(Permission.OpenDocuments, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.DocumentId, a, default)) with { Owner = true },
        Attempt.At<EndInquiry>(
            Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.InquiryId, "Solved by phone.", Scene.New()), a, default)),
        Attempt.At<SendMessage>(
            Permission.MessageConstituents,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, "Hello.", Scene.New()), a, default)) with { Versioned = true },
        Attempt.At<RequestInformation>(Permission.MessageConstituents, (o, s, a, v) => o.ExecuteAsync(
            new(s.CaseId, v, "A letter", s.Office.Clock.Today.AddDays(5), Scene.New()), a, default)) with { Versioned = true },
        Attempt.At<EndInformationRequest>(
            Permission.MessageConstituents, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.RequestId), a, default)) with { Owner = true },
        Attempt.At<PostMessage>(Permission.OwnCase, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "Hello.", Scene.New()), a, default)) with { Owner = true },
        Attempt.At<SnoozeCase>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, s.Office.Clock.Today.AddDays(1)), a, default)) with { Versioned = true },
        Attempt.At<LogCall>(Permission.WriteNotes, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, CallDirection.In, "She called.", Scene.New()), a, default)),
        Attempt.At<ConfirmRequest>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, ConfirmedHow.Counter), a, default)) with { Owner = true },
        Attempt.At<ChangeAccommodation>(Permission.WorkCases, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, "Large print", "marigold"), a, default)) with { Versioned = true },
        Attempt.At<OpenCase>(Permission.WorkCases, (o, _, a, _) => o.ExecuteAsync(
            new(Scene.New(), Door.Telephone, new() { Person = new() { FirstName = "Carol", LastName = "Whitman", Phone = "303-555-0161" }, WhatHappened = "They pay too little." }),
            a,
            default)) with { OfCase = false },
        Attempt.At<WriteNote>(Permission.WriteNotes, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "Called her.", Scene.New()), a, default)),
        Attempt.At<AddDocument>(
            Permission.WorkCases,
            (o, s, a, _) => o.ExecuteAsync(
                new(s.CaseId, "new.pdf", new MemoryStream(Sample.PlainPdf("9 0 obj\nnew\nendobj\n"))), a, default)) with { Owner = true },
        Attempt.At<OpenDocument>(Permission.OpenDocuments, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.DocumentId, a, default)) with { Owner = true },
        Attempt.At<RemoveDocument>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.DocumentId, a, default)) with { Owner = true },
        Attempt.At<AskForRelease>(
            Permission.MessageConstituents, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, "IRS"), a, default)) with { Versioned = true },
        Attempt.At<OpenRelease>(Permission.OpenDocuments, (o, s, a, _) => o.ExecuteAsync(s.ReleaseId, a, default)) with { Owner = true },
        Attempt.At<SaveReleaseDetails>(
            Permission.WorkCases,
            (o, s, a, _) => o.ExecuteAsync(
                new(s.ReleaseId, new() { LegalName = "Ana García", Records = "All of October" }), a, default)) with { Owner = true },
        Attempt.At<SignRelease>(
            Permission.OwnCase,
            (o, s, a, _) => o.ExecuteAsync(
                new(s.ReleaseId, "", true, "Ana García", SigningDevice.None, IdentityAssurance.None), a, default)) with { Owner = true },
        Attempt.At<ChangeReleaseLanguage>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(new(s.ReleaseId, "es"), a, default)) with { Owner = true },
        Attempt.At<WithdrawRelease>(Permission.WorkCases, (o, s, a, _) => o.ExecuteAsync(s.ReleaseId, a, default)) with { Owner = true },
        Attempt.At<AddProof>(
            Permission.CheckReleases,
            (o, s, a, _) => o.ExecuteAsync(
                new(s.ReleaseId, "proof.pdf", new MemoryStream(Sample.PlainPdf("9 0 obj\nproof\nendobj\n"))), a, default)) with { Owner = true },
        Attempt.At<ReceivePaper>(
            Permission.CheckReleases,
            (o, s, a, _) => o.ExecuteAsync(
                new(s.ReleaseId, "scan.pdf", new MemoryStream(Sample.PlainPdf("9 0 obj\nscan\nendobj\n"))), a, default)) with { Owner = true },
        Attempt.At<MatchScan>(
            Permission.CheckReleases,
            (o, _, a, _) => o.ExecuteAsync(new("scan.pdf", new MemoryStream(Sample.PlainPdf()), null, null), a, default)) with { OfCase = false },
        Attempt.At<AcceptRelease>(Permission.CheckReleases, (o, s, a, v) => o.ExecuteAsync(new(s.ReleaseId, v ?? 1, null, []), a, default)),
        Attempt.At<RefuseRelease>(Permission.CheckReleases, (o, s, a, v) => o.ExecuteAsync(new(s.ReleaseId, v ?? 1, RefusalReason.NotDated), a, default)),
        Attempt.At<CancelReleaseRequest>(Permission.MessageConstituents, (o, s, a, _) => o.ExecuteAsync(s.CaseId, s.ReleaseId, a, default)),
        Attempt.At<PrintRelease>(Permission.RevealIdentifiers, (o, s, a, _) => o.ExecuteAsync(s.ReleaseId, true, a, default)) with { Owner = true },
        Attempt.At<PrintRelease>(
            Permission.MessageConstituents,
            (o, s, a, _) => o.ExecuteAsync(s.ReleaseId, false, a, default)) with { Owner = true, Name = "PrintRelease without numbers" },
        Attempt.At<RecordException>(
            Permission.ContactAgencies, (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, "SSA", true), a, default)) with { Versioned = true },
        Attempt.At<EndException>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Scene.New()), a, default)),
        Attempt.At<AskForRelease>(
            Permission.MessageConstituents,
            (o, s, a, _) => o.ExecuteAsync(
                new(s.CaseId, null, "SSA") { Party = new(PartyRole.Beneficiary, "Luis García", null, "es") },
                a,
                default)) with { Owner = true, Name = "AskForRelease of another person" },
        Attempt.At<SaveRoutingRule>(Permission.EditRouting, (o, _, a, _) => o.ExecuteAsync(
            new(Scene.New(), null, "A rule", RoutingAspect.Topic, 1) { Enabled = true }, a, default)) with { OfCase = false },
        Attempt.At<ImportRoutingRules>(Permission.EditRouting, (o, _, a, _) => o.ExecuteAsync(new(RulesFile, false, ""), a, default)) with { OfCase = false },
        Attempt.At<SaveSurge>(Permission.WriteToMany, (o, s, a, _) => o.ExecuteAsync(
            new(Scene.New(), null, new("Flood", "Inundación"), new("Call us.", "Llámenos."), "ssa-missing-payment", s.Office.Clock.Today), a, default)) with { OfCase = false },
        Attempt.At<CloseSurge>(Permission.WriteToMany, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<WriteSurgeMessage>(Permission.WriteToMany, (o, _, a, _) => o.ExecuteAsync(
            new(Scene.New(), null, Scene.New(), SurgeMessageKind.Reply, new("Hello", "Hola")) { AsAsked = true }, a, default)) with { OfCase = false },
        Attempt.At<SendSurgeMessage>(Permission.WriteToMany, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), 0, 1), a, default)) with { OfCase = false },
        Attempt.At<JoinNews>(Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), "Ana", "ana@example.org", "es"), a, default)) with { OfCase = false, Public = true },
        Attempt.At<ConfirmNews>(Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(NoToken, a, default)) with { OfCase = false, Public = true },
        Attempt.At<LeaveNews>(Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), NoToken), a, default)) with { OfCase = false, Public = true },
        Attempt.At<RecordMassApproval>(Permission.WriteToMany, (o, s, a, _) => o.ExecuteAsync(
            new(Scene.New(), "mark", "17", s.Office.Clock.Today, "The Commission"), a, default)) with { OfCase = false },
        Attempt.At<RecordElection>(Permission.WriteToMany, (o, s, a, _) => o.ExecuteAsync(
            new(Scene.New(), s.Office.Clock.Today.AddDays(90), ElectionKind.Primary, true), a, default)) with { OfCase = false },
        Attempt.At<RemoveElection>(Permission.WriteToMany, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<RecordDisasterException>(Permission.WriteToMany, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), "The Commission said so."), a, default)) with { OfCase = false },
        Attempt.At<ReplayRouting>(Permission.EditRouting, (o, _, a, _) => o.ExecuteAsync(
            new() { Id = Scene.New(), Name = "A rule", Aspect = RoutingAspect.Topic, Enabled = true }, a, default)) with { OfCase = false },
        Attempt.At<SetUpOffice>(Permission.SetUpOffice, (o, _, a, _) => o.ExecuteAsync(new() { Phone = "212-555-0199" }, a, default)) with { OfCase = false },
        Attempt.At<AddOfficeClosure>(Permission.EditHolidays, (o, s, a, _) => o.ExecuteAsync(
            new(Scene.New(), s.Office.Clock.Today, s.Office.Clock.Today, "Snow day", "Día de nieve"), a, default)) with { OfCase = false },
        Attempt.At<RemoveOfficeClosure>(Permission.EditHolidays, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<ImportDistricts>(
            Permission.SetUpOffice,
            (o, _, a, _) => o.ExecuteAsync(new(new StringReader("state_fips,state_abbr,zcta,cd\n36,NY,10025,12\n")), a, default)) with { OfCase = false },
        Attempt.At<ImportLegislators>(Permission.SetUpOffice, (o, _, a, _) => o.ExecuteAsync(
            new(new StringReader(Districts.LegislatorSample.Current), new StringReader(Districts.LegislatorSample.Offices)), a, default)) with { OfCase = false },
        Attempt.At<AddStaff>(
            Permission.ManageStaff,
            (o, _, a, _) => o.ExecuteAsync(new("new@nunez.example.gov", "New", StaffRole.Intern), a, default)) with { OfCase = false },
        Attempt.At<ResetSignIn>(Permission.ManageStaff, (o, s, a, _) => o.ExecuteAsync(new(s.Colleague, false), a, default)) with { OfCase = false },
        Attempt.At<ChangeStaff>(
            Permission.ManageStaff,
            (o, s, a, _) => o.ExecuteAsync(new(s.Colleague, "Other", StaffRole.Intern, false), a, default)) with { OfCase = false },
        Attempt.At<SaveAgency>(Permission.EditAgencies, (o, _, a, _) => o.ExecuteAsync(
            new("SSA", 0) { Rules = new(), AcknowledgmentDays = 5, InterimDays = 20, FinalDays = 30, Source = "A source" }, a,
            default)) with { OfCase = false },
        Attempt.At<VerifyFacts>(Permission.EditAgencies, (o, _, a, _) => o.ExecuteAsync(new(["Agency:SSA"]), a, default)) with { OfCase = false },
        Attempt.At<ShareRelease>(
            Permission.OpenDocuments,
            (o, s, a, v) => o.ExecuteAsync(new(s.CaseId, v, s.ReleaseId, "SSA liaison", 7, Scene.New()), a, default)) with { Versioned = true },
        Attempt.At<RevokeShare>(Permission.ContactAgencies, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, s.ReleaseId, Scene.New()), a, default)),
        Attempt.At<SaveTemplateDraft>(
            Permission.EditTemplates,
            (o, _, a, _) => o.ExecuteAsync(new("generic", 0, new(new("A", "B"), []), "A source", null), a, default)) with { OfCase = false },
        Attempt.At<PublishTemplate>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(new("generic", 0), a, default)) with { OfCase = false },
        Attempt.At<UploadAgencyForm>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(
            new("SSA", "form.pdf", new MemoryStream(FormSamples.Small())) { Title = "A form", Source = "A source" }, a, default)) with { OfCase = false },
        Attempt.At<MapAgencyForm>(
            Permission.EditTemplates,
            (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), 0, new Dictionary<string, FieldChoice?>()), a, default)) with { OfCase = false },
        Attempt.At<DescribeAgencyForm>(
            Permission.EditTemplates,
            (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), 0, "A form", "A source", null), a, default)) with { OfCase = false },
        Attempt.At<PublishAgencyForm>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), 0), a, default)) with { OfCase = false },
        Attempt.At<EndAgencyForm>(Permission.EditTemplates, (o, _, a, _) => o.ExecuteAsync(new(Scene.New(), 0), a, default)) with { OfCase = false },
        Attempt.At<RevealText>(Permission.RevealIdentifiers, (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, "WhatHappened"), a, default)),
        Attempt.At<ExportCase>(
            Permission.ExportCases,
            (o, s, a, _) => o.ExecuteAsync(new(s.CaseId, Path.Combine(Path.GetTempPath(), Scene.New().ToString("N"))), a, default)),
        Attempt.At<RetryMail>(Permission.RunJobs, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { OfCase = false },
        Attempt.At<RetryAllMail>(Permission.RunJobs, (o, _, a, _) => o.ExecuteAsync(a, default)) with { OfCase = false },
        Attempt.At<SendTestMail>(Permission.SetUpOffice, (o, _, a, _) => o.ExecuteAsync(new("a@example.org", "en"), a, default)) with { OfCase = false },
        Attempt.At<FindCaseForStatus>(
            Permission.UsePublicSite,
            (o, _, a, _) => o.ExecuteAsync(new(CaseReference.Create(), Email), a, default)) with { Public = true, OfCase = false },
        Attempt.At<SendAccessCode>(
            Permission.UsePublicSite,
            (o, _, a, _) => o.ExecuteAsync(new(AccessPurpose.Status, null, Email.Text, "en"), a, default)) with { Public = true, OfCase = false },
        Attempt.At<UseAccessCode>(
            Permission.UsePublicSite,
            (o, _, a, _) => o.ExecuteAsync(new(AccessPurpose.Status, Scene.New(), "000000"), a, default)) with { Public = true, OfCase = false },
        Attempt.At<SaveDraft>(
            Permission.UsePublicSite,
            (o, _, a, _) => o.ExecuteAsync(new(null, "en", answers => answers), a, default)) with { Public = true, OfCase = false },
        Attempt.At<SaveForLater>(
            Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(new(NoToken, Email, "en"), a, default)) with { Public = true, OfCase = false },
        Attempt.At<ReturnToDraft>(Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(Scene.New(), a, default)) with { Public = true, OfCase = false },
        Attempt.At<SubmitRequest>(
            Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(new(NoToken, null), a, default)) with { Public = true, OfCase = false },
        Attempt.At<DeleteDraft>(Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(NoToken, a, default)) with { Public = true, OfCase = false },
        Attempt.At<OpenSharedRelease>(Permission.UsePublicSite, (o, _, a, _) => o.ExecuteAsync(NoToken, a, default)) with { Public = true, OfCase = false },
        Attempt.At<VerifyRelease>(
            Permission.UsePublicSite,
            (o, _, a, _) => o.ExecuteAsync(new() { Code = "no such code" }, a, default)) with { Public = true, OfCase = false },
        Attempt.At<RunJobNow>(Permission.RunJobs, (o, _, a, _) => o.ExecuteAsync("MailDue", a, default)) with { OfCase = false },
    ];

    public static Attempt Of(string name) => All.Single(a => a.Name == name);
}
