using Microsoft.EntityFrameworkCore;
using MimeKit;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.MailRoom;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.MailRoom;

/// <summary>What becomes of email that arrives: filed where it belongs beyond doubt, and otherwise left for a person.</summary>
public sealed class MailRoomTests
{
    private const string Liaison = "liaison@ny.ssa.gov";
    private const string Stranger = "someone@elsewhere.example";

    [Theory, OnBoth]
    public async Task An_agencys_reply_to_our_letter_waits_on_the_case_to_be_confirmed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, letter) = await AskedAsync(office);
        office.Mailbox.Put(Email(Liaison, "RE: your inquiry", "The payment of October was sent on November 12, 2026.", await IdOfAsync(office, nameof(AgencyLetterMail))));
        await ReadAsync(office);

        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        Assert.Equal((MailState.Filed, FiledAs.AgencyAnswer, @case.Id, letter), (mail.State, mail.As, mail.CaseId, mail.InquiryId));
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal([mail.Id], now.AnswersToConfirm);
        Assert.Equal(CaseStatus.WithAgency, now.Status);
        var progress = await office.ProgressAsync(@case.Id);
        Assert.Equal(Portal.Domain.Progress.CaseMove.ConfirmAnswer, progress.Next.Move);
        var document = (await office.AllAsync<Document>()).Single(d => d.CameWith == mail.Id);
        Assert.Equal((DocumentKind.Email, ActorKind.System, false), (document.Kind, document.UploadedBy, document.IsForConstituent));
        Assert.Empty(await office.AllAsync<Message>());

        var record = new RecordResponse.Command(@case.Id, letter, ResponseKind.Interim, office.Clock.Today, "It was sent.", Guid.CreateVersion7()) { DocumentId = document.Id };
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(record, maria, default));
        Assert.Empty((await office.NowAsync<Case>(@case.Id)).AnswersToConfirm);
        Assert.Null((await office.NowAsync<Case>(@case.Id)).AnswerToConfirmSince);
    }

    [Theory, OnBoth]
    public async Task A_reference_in_the_subject_and_the_agencys_domain_are_enough(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (_, @case, letter) = await AskedAsync(office);
        office.Mailbox.Put(Email("someone.new@region2.ssa.gov", $"Response, case {@case.Reference.ToLowerInvariant()}", "See attached."));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        Assert.Equal((FiledAs.AgencyAnswer, letter), (mail.As, mail.InquiryId));
    }

    [Theory, OnBoth]
    public async Task A_constituents_reply_becomes_a_message_marked_as_not_confirmed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var ours = (await office.AllAsync<OutgoingMail>()).First(m => m.CaseId == @case.Id && m.Recipient.Text == Answers.Email);
        office.Mailbox.Put(Email(Answers.Email, "Re: news", "I moved last week.\n\nOn Mon, Nov 16, 2026 at 9:00 AM the office wrote:\n> We have something to tell you.", $"{ours.Id:N}@help.nunez.example.gov"));
        await ReadAsync(office);
        var message = Assert.Single(await office.AllAsync<Message>());
        Assert.Equal(("I moved last week.", Answers.Email, ActorKind.Constituent), (message.Body.Text, message.EmailedFrom?.Text, message.From));
        Assert.NotNull((await office.NowAsync<Case>(@case.Id)).UnansweredSince);
    }

    [Theory, OnBoth]
    public async Task Words_of_danger_in_an_email_raise_the_alarm(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        office.Mailbox.Put(Email(Answers.Email, $"Case {@case.Reference}", "I want to kill myself. I can't go on."));
        await ReadAsync(office);
        Assert.Equal((SafetyKind.SelfHarm, Priority.P0), ((await office.NowAsync<Case>(@case.Id)).Danger, (await office.NowAsync<Case>(@case.Id)).Priority));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_filed_by_a_senders_word_alone(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (_, @case, letter) = await AskedAsync(office);
        var ours = await IdOfAsync(office, nameof(AgencyLetterMail));
        office.Mailbox.Put(Email(Stranger, "1 RE: your inquiry", "Case closed.", ours));
        office.Mailbox.Put(Email(Stranger, $"2 Case {@case.Reference}", "I am her son."));
        office.Mailbox.Put(Email(Liaison, "3 Your constituent", $"About {@case.PersonName.Text}: paid."));
        office.Mailbox.Put(Email(Answers.Email, "4 hello", "Any news?"));
        office.Mailbox.Put(Email($"\"{@case.PersonName.Text}\" <{Stranger}>", "5 hello", "Any news?"));
        await ReadAsync(office);

        var mails = (await office.AllAsync<ReceivedMail>()).OrderBy(m => m.Subject.Text, StringComparer.Ordinal).ToList();
        Assert.All(mails, m => Assert.Equal(MailState.Waiting, m.State));
        Assert.Equal(
            [WaitReason.OtherSender, WaitReason.OtherSender, WaitReason.AgencyWithoutCase, WaitReason.PersonWithoutCase, WaitReason.Unknown],
            mails.Select(m => m.Why!.Value));
        var proposals = (await office.AllAsync<MailProposal>()).OrderBy(p => mails.FindIndex(m => m.Id == p.MailId)).ToList();
        Assert.Equal(mails.Take(4).Select(m => m.Id), proposals.Select(p => p.MailId));
        Assert.All(proposals, p => Assert.Equal(@case.Id, p.CaseId));
        Assert.Equal([letter, null, letter, null], proposals.Select(p => p.InquiryId));
        Assert.Empty(await office.AllAsync<Message>());
        Assert.Empty((await office.NowAsync<Case>(@case.Id)).AnswersToConfirm);
    }

    [Theory, OnBoth]
    public async Task A_sender_that_the_receiving_server_found_to_be_fake_is_left_for_a_person(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (_, @case, _) = await AskedAsync(office);
        var mail = Email(Liaison, $"Case {@case.Reference}", "Denied.");
        mail.Headers.Insert(0, "Authentication-Results", "mx.example.gov; dmarc=fail header.from=ssa.gov");
        office.Mailbox.Put(mail);
        await ReadAsync(office);
        Assert.Equal((MailState.Waiting, WaitReason.Forged), (await office.ReadAsync(db => db.Set<ReceivedMail>().SingleAsync())) is var found ? (found.State, found.Why) : default);
    }

    [Theory, OnBoth]
    public async Task An_answer_that_fits_two_open_inquiries_waits_for_a_person(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, _) = await AskedAsync(office);
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), maria, default));
        office.Mailbox.Put(Email(Liaison, $"Case {@case.Reference}", "Paid."));
        await ReadAsync(office);
        Assert.Equal(WaitReason.Several, Assert.Single(await office.AllAsync<ReceivedMail>()).Why);
        Assert.Equal(2, (await office.AllAsync<MailProposal>()).Count);
    }

    [Theory, OnBoth]
    public async Task A_bounce_marks_our_email_as_undelivered(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await office.SweepAsync<MailDueJob>();
        var ours = (await office.AllAsync<OutgoingMail>()).First(m => m.CaseId == @case.Id && m.Recipient.Text == Answers.Email);
        office.Mailbox.Put(Bounce("delayed", ours));
        await ReadAsync(office);
        Assert.Null((await office.NowAsync<OutgoingMail>(ours.Id)).FailedAt);

        office.Mailbox.Put(Bounce("failed", ours));
        await ReadAsync(office);
        var now = await office.NowAsync<OutgoingMail>(ours.Id);
        Assert.Equal((null, true), (now.SentAt, now.FailedAt is not null));
        Assert.Equal("RecipientRefused: 5.1.1 smtp; 550 5.1.1 <address> unknown", now.LastError);
        Assert.Contains((await office.ProgressAsync(@case.Id)).Steps, s => s.Move == Portal.Domain.Progress.CaseMove.CorrectContact);
    }

    [Theory, OnBoth]
    public async Task A_letter_that_came_back_is_the_next_step_until_it_goes_out_another_way(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, inquiry) = await AskedAsync(office);
        await office.SweepAsync<MailDueJob>();
        var ours = (await office.AllAsync<OutgoingMail>()).Single(m => m.Kind == nameof(AgencyLetterMail));
        office.Mailbox.Put(Bounce("failed", ours));
        await ReadAsync(office);
        var next = (await office.ProgressAsync(@case.Id)).Next;
        Assert.Equal((Portal.Domain.Progress.CaseMove.FollowUp, inquiry), (next.Move, next.InquiryId));
        var olga = await office.Given.Staff(StaffRole.Administrator, "Olga");
        (await office.TryAsync<RetryMail>(o => o.ExecuteAsync(ours.Id, olga, default))).Was<Outcome.Refused>();
        (await office.TryAsync<RetryAllMail>(o => o.ExecuteAsync(olga, default))).ChangedNothing();

        office.Clock.Advance(TimeSpan.FromHours(1));
        var again = await office.Given.Letter(@case, maria, inquiry: inquiry);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, again, InquiryMethod.Letter), maria, default));
        Assert.NotEqual(Portal.Domain.Progress.CaseMove.FollowUp, (await office.ProgressAsync(@case.Id)).Next.Move);
    }

    [Theory, OnBoth]
    public async Task Out_of_office_replies_and_newsletters_are_set_aside_and_never_answered(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        var ours = (await office.AllAsync<OutgoingMail>()).First(m => m.CaseId == @case.Id && m.Recipient.Text == Answers.Email);
        var queued = (await office.AllAsync<OutgoingMail>()).Count;
        var vacation = Email(Answers.Email, "Automatic reply: news", "I'm away.", $"{ours.Id:N}@help.nunez.example.gov");
        vacation.Headers.Add("Auto-Submitted", "auto-replied");
        var news = Email(Stranger, "Deals", "Buy!");
        news.Headers.Add("Precedence", "bulk");
        foreach (var mail in new[] { vacation, news, Email(Answers.Email, "Respuesta automática: hola", "No estoy.", $"{ours.Id:N}@help.nunez.example.gov") })
            office.Mailbox.Put(mail);
        await ReadAsync(office);
        Assert.Equal([MailState.SetAside, MailState.SetAside, MailState.SetAside], (await office.AllAsync<ReceivedMail>()).Select(m => m.State));
        Assert.Equal(queued, (await office.AllAsync<OutgoingMail>()).Count);
        Assert.Empty(await office.AllAsync<Message>());
    }

    [Theory, OnBoth]
    public async Task An_agencys_automatic_receipt_waits_for_a_person(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (_, @case, letter) = await AskedAsync(office);
        var receipt = Email(Liaison, "Automatic reply: inquiry", "We have received your inquiry.", await IdOfAsync(office, nameof(AgencyLetterMail)));
        receipt.Headers.Add("Auto-Submitted", "auto-replied");
        office.Mailbox.Put(receipt);
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        var proposal = Assert.Single(await office.AllAsync<MailProposal>());
        Assert.Equal((WaitReason.Automatic, @case.Id, letter), (mail.Why, proposal.CaseId, proposal.InquiryId));
    }

    [Theory, OnBoth]
    public async Task A_lost_connection_loses_nothing_and_stores_nothing_twice(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        for (var i = 0; i < 7; i++)
            office.Mailbox.Put(Email(Stranger, $"Number {i}", "Hello."));
        var twice = Email(Stranger, "Number 7", "Hello.");
        office.Mailbox.Put(twice);
        twice.Headers.Insert(0, "Received", "by another way");
        office.Mailbox.Put(twice);
        office.Mailbox.BreaksAt = 4;
        await Assert.ThrowsAsync<IOException>(() => office.SweepAsync<MailboxJob>());
        Assert.Equal(3, (await office.AllAsync<ReceivedMail>()).Count);
        Assert.Empty(office.Mailbox.Read);
        Assert.Equal(5, await office.SweepAsync<MailboxJob>());
        Assert.Equal(0, await office.SweepAsync<MailboxJob>());

        office.Mailbox.Numbering = 2;
        Assert.Equal(0, await office.SweepAsync<MailboxJob>());
        Assert.Equal(8, (await office.AllAsync<ReceivedMail>()).Count);
        Assert.Equal(9, office.Mailbox.Count);
        Assert.Equal(9, office.Mailbox.Read.Count);
    }

    [Theory, OnBoth]
    public async Task Unreadable_email_waits_without_blocking_the_rest(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mailbox.Put([]);
        office.Mailbox.Put([0, 1, 2, 255]);
        office.Mailbox.Put("Subject: only a subject"u8.ToArray());
        office.Mailbox.Put(Email(Stranger, "A real one", "Hello."));
        await ReadAsync(office);
        Assert.Equal(4, (await office.AllAsync<ReceivedMail>()).Count(m => m.State == MailState.Waiting));
    }

    [Theory, OnBoth]
    public async Task Staff_file_a_waiting_email_once_and_take_it_back(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, letter) = await AskedAsync(office);
        office.Mailbox.Put(WithFile(Email(Liaison, "Your constituent", "See attached.")));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        var file = new FileMail.Command(mail.Id, mail.Version, @case.Reference, FiledAs.AgencyAnswer);
        (await office.TryAsync<FileMail>(o => o.ExecuteAsync(file with { Reference = "nonsense" }, maria, default))).Was<Outcome.Refused>();
        (await office.TryAsync<FileMail>(o => o.ExecuteAsync(file with { Version = mail.Version + 1 }, maria, default))).Was<Outcome.Stale>();
        (await office.TryAsync<FileMail>(o => o.ExecuteAsync(file, maria, default))).Did(["DocumentReceived", "DocumentReceived", "EmailFiled"]);
        (await office.TryAsync<FileMail>(o => o.ExecuteAsync(file, maria, default))).ChangedNothing();
        Assert.Equal(letter, (await office.NowAsync<ReceivedMail>(mail.Id)).InquiryId);
        Assert.Equal(["email-2026-11-16.pdf", "answer.png"], (await office.AllAsync<Document>()).Where(d => d.CameWith == mail.Id).OrderBy(d => d.Id).Select(d => d.FileName.Text));

        var filed = await office.NowAsync<ReceivedMail>(mail.Id);
        (await office.TryAsync<TakeBackMail>(o => o.ExecuteAsync(new(mail.Id, mail.Version), maria, default))).Was<Outcome.Stale>();
        (await office.TryAsync<TakeBackMail>(o => o.ExecuteAsync(new(mail.Id, filed.Version), maria, default))).Did("EmailTakenBack");
        Assert.DoesNotContain(await office.AllAsync<Document>(), d => d.CameWith == mail.Id);
        Assert.Empty((await office.NowAsync<Case>(@case.Id)).AnswersToConfirm);
        var again = await office.NowAsync<ReceivedMail>(mail.Id);
        (await office.TryAsync<SetMailAside>(o => o.ExecuteAsync(new(mail.Id, again.Version), maria, default))).Did("EmailSetAside");
        office.Clock.Advance(TimeSpan.FromDays(ReceivedMail.DaysAside + 1));
        Assert.Equal(1, await office.SweepAsync<MailAsideJob>());
        Assert.Empty(await office.AllAsync<ReceivedMail>());
        Assert.Empty(await office.ReadAsync(db => db.Set<DataKey>().Where(k => k.OwnerId == mail.Id).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task A_message_filed_on_the_wrong_case_disappears_from_it(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        office.Mailbox.Put(Email(Stranger, "my case", "I want to kill myself. My number is in the letter."));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        await office.DoAsync<FileMail>(o => o.ExecuteAsync(new(mail.Id, mail.Version, @case.Reference, FiledAs.Message), maria, default));
        Assert.Equal(Stranger, Assert.Single(await office.AllAsync<Message>()).EmailedFrom?.Text);
        Assert.NotNull((await office.NowAsync<Case>(@case.Id)).Danger);
        var filed = await office.NowAsync<ReceivedMail>(mail.Id);
        await office.DoAsync<TakeBackMail>(o => o.ExecuteAsync(new(mail.Id, filed.Version), maria, default));
        Assert.Empty(await office.AllAsync<Message>());
        Assert.Empty(await office.AllAsync<SafetyAlert>());
        var now = await office.NowAsync<Case>(@case.Id);
        Assert.Equal((null, null), (now.Danger, now.UnansweredSince));
    }

    [Theory, OnBoth]
    public async Task A_letter_that_cannot_be_opened_keeps_the_email_from_filing_itself(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, inquiry) = await AskedAsync(office);
        office.Mailbox.Put(WithFile(Email(Liaison, $"Case {@case.Reference}", "See attached."), [1, 2, 3], "decision.docx"));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        Assert.Equal((MailState.Waiting, WaitReason.Files, inquiry), (mail.State, mail.Why, Assert.Single(await office.AllAsync<MailProposal>()).InquiryId));
        Assert.DoesNotContain(await office.AllAsync<Document>(), d => d.CameWith is not null);
        await office.DoAsync<FileMail>(o => o.ExecuteAsync(new(mail.Id, mail.Version, @case.Reference, FiledAs.AgencyAnswer), maria, default));
        Assert.Equal("decision.docx", (await office.NowAsync<ReceivedMail>(mail.Id)).LeftOut?.Text);
    }

    [Theory, OnBoth]
    public async Task A_document_that_was_there_before_stays_when_the_email_leaves(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, _) = await AskedAsync(office);
        var scanned = (AddDocument.Added)await office.DoAsync<AddDocument>(o => o.ExecuteAsync(
            new(@case.Id, "scan.png", new MemoryStream(Paper.Inspection.Sample.Png())) { As = new(DocumentKind.AgencyLetter, null, false) }, maria, default));
        office.Mailbox.Put(WithFile(Email(Liaison, $"Case {@case.Reference}", "See attached.")));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        await office.DoAsync<TakeBackMail>(o => o.ExecuteAsync(new(mail.Id, mail.Version), maria, default));
        Assert.Equal([scanned.DocumentId], (await office.AllAsync<Document>()).Select(d => d.Id));
    }

    [Theory, OnBoth]
    public async Task Nobody_is_told_that_there_is_no_news_while_an_answer_is_unread(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (_, @case, _) = await AskedAsync(office);
        office.Mailbox.Put(Email(Liaison, $"Case {@case.Reference}", "Denied."));
        await ReadAsync(office);
        office.Clock.GoTo((await office.NowAsync<Case>(@case.Id)).PromisedOn!.Value, 15);
        var due = (await office.NowAsync<Case>(@case.Id)).UpdateDueOn;
        (await office.TrySweepAsync<UpdateDueJob>()).Did("ScheduledUpdateSent", "NewMessageMail to " + Answers.Email);
        Assert.Contains("may be the agency's answer", (await office.AllAsync<Message>()).Single().Body.Text, StringComparison.Ordinal);
        Assert.Equal(due, (await office.NowAsync<Case>(@case.Id)).UpdateDueOn);
        office.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Equal(0, await office.SweepAsync<InquiryOverdueJob>());
    }

    [Theory, OnBoth]
    public async Task A_bounce_of_another_address_changes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        await office.SweepAsync<MailDueJob>();
        var ours = (await office.AllAsync<OutgoingMail>()).First(m => m.CaseId == @case.Id && m.Recipient.Text == Answers.Email);
        office.Mailbox.Put(Bounce("failed", ours, "old@elsewhere.example"));
        await ReadAsync(office);
        Assert.NotNull((await office.NowAsync<OutgoingMail>(ours.Id)).SentAt);
    }

    [Theory, OnBoth]
    public async Task An_email_that_always_breaks_the_connection_is_eventually_skipped(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        office.Mailbox.Put(Email(Stranger, "Breaks", "Hello."));
        office.Mailbox.Put(Email(Stranger, "Works", "Hello."));
        for (var turn = 0; turn < 5; turn++)
        {
            office.Mailbox.BreaksAt = 1;
            await Assert.ThrowsAsync<IOException>(() => office.SweepAsync<MailboxJob>());
        }

        Assert.Equal(2, await office.SweepAsync<MailboxJob>());
        Assert.Equal([2u], office.Mailbox.Read);
        Assert.Equal(["An email that can't be read", "Works"], (await office.AllAsync<ReceivedMail>()).Select(m => m.Subject.Text).Order());
    }

    [Theory, OnBoth]
    public async Task An_email_that_holds_no_answer_no_longer_waits(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, _) = await AskedAsync(office);
        office.Mailbox.Put(Email(Liaison, $"Case {@case.Reference}", "Which constituent?"));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        (await office.TryAsync<DismissAnswer>(o => o.ExecuteAsync(new(@case.Id, mail.Id), maria, default))).Did("EmailIsNoAnswer");
        (await office.TryAsync<DismissAnswer>(o => o.ExecuteAsync(new(@case.Id, mail.Id), maria, default))).ChangedNothing();
        Assert.Null((await office.NowAsync<Case>(@case.Id)).AnswerToConfirmSince);
    }

    [Theory, OnBoth]
    public async Task Filing_by_two_people_at_once_files_it_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var (maria, @case, _) = await AskedAsync(office);
        office.Mailbox.Put(Email(Stranger, "papers", "Here."));
        await ReadAsync(office);
        var mail = Assert.Single(await office.AllAsync<ReceivedMail>());
        var outcomes = await office.AtOnceAsync<FileMail>(4, o => o.ExecuteAsync(new(mail.Id, mail.Version, @case.Reference, FiledAs.FileOnly), maria, default));
        Assert.Contains(outcomes, o => o.Succeeded);
        Assert.Single(await office.ReadAsync(db => db.Set<ActivityEntry>().Where(e => e.EventName == nameof(EmailFiled)).ToListAsync()));
        Assert.Single(await office.AllAsync<Document>(), d => d.CameWith == mail.Id);
    }

    internal static async Task<(Actor Maria, Case Case, Guid Inquiry)> AskedAsync(DomainHost office)
    {
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Email), maria, default));
        office.Clock.Advance(LetterDraft.Wait);
        await office.SweepAsync<LetterDueJob>();
        return (maria, await office.NowAsync<Case>(@case.Id), letter);
    }

    private static async Task ReadAsync(DomainHost office)
    {
        await office.SweepAsync<MailboxJob>();
        await office.SweepAsync<MailArrivedJob>();
        Assert.DoesNotContain(await office.AllAsync<ReceivedMail>(), m => m.State == MailState.New);
    }

    private static async Task<string> IdOfAsync(DomainHost office, string kind) =>
        $"{(await office.AllAsync<OutgoingMail>()).Single(m => m.Kind == kind).Id:N}@help.nunez.example.gov";

    private static MimeMessage Email(string from, string subject, string text, string? answers = null) => TestMailbox.Email(from, subject, text, answers);

    private static MimeMessage WithFile(MimeMessage mail, byte[]? bytes = null, string name = "answer.png")
    {
        mail.Body = new Multipart("mixed")
        {
            mail.Body!,
            new MimePart("image", "png")
            {
                Content = new MimeContent(new MemoryStream(bytes ?? Paper.Inspection.Sample.Png())),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = name,
            },
        };
        return mail;
    }

    private static MimeMessage Bounce(string action, OutgoingMail ours, string? recipient = null)
    {
        var report = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "Your message wasn't delivered." } };
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mx.example.org" } });
        status.StatusGroups.Add(new HeaderList
        {
            { "Final-Recipient", $"rfc822; {recipient ?? ours.Recipient.Text}" },
            { "Action", action },
            { "Status", "5.1.1" },
            { "Diagnostic-Code", $"smtp; 550 5.1.1 {Answers.Email} unknown" },
        });
        report.Add(status);
        report.Add(new MimePart("text", "rfc822-headers") { Content = new MimeContent(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"Subject: news\r\nMessage-ID: <{ours.Id:N}@help.nunez.example.gov>\r\n"))) });
        var mail = TestMailbox.Email("MAILER-DAEMON@mx.example.org", "Undelivered Mail Returned to Sender", "");
        mail.Body = report;
        return mail;
    }
}
