using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Liaisons;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries.Letters;

/// <summary>Letters on their way to an agency: held, taken back, sent once, and kept as they went out.</summary>
public sealed class SendLetterTests
{
    private const string Contacted = "AgencyContactedMail to " + Answers.Email;

    [Theory, OnBoth]
    public async Task An_email_waits_in_the_outbox_and_then_goes_out_once_with_its_files(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Email), maria, default))).Did("LetterScheduled");
        Assert.Equal(0, await office.SweepAsync<LetterDueJob>());
        Assert.Equal(CaseStatus.InReview, (await office.NowAsync<Case>(@case.Id)).Status);

        office.Clock.Advance(LetterDraft.Wait);
        (await office.TrySweepAsync<LetterDueJob>()).Did(["InquirySent", "LetterSent"], Contacted, "AgencyLetterMail to liaison@ny.ssa.gov");
        Assert.Equal(0, await office.SweepAsync<LetterDueJob>());
        Assert.Empty(await office.AllAsync<LetterDraft>());
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        Assert.Equal((letter, InquiryMethod.Email, maria.Id), (inquiry.Id, inquiry.Method, (Guid?)inquiry.SentById));

        var sent = Assert.Single(await office.AllAsync<SentLetter>());
        var pdf = await PdfAsync(office, @case.Id, letter, maria);
        Assert.Equal((sent.Sha256, sent.Length), (Convert.ToHexStringLower(SHA256.HashData(pdf)), pdf.Length));
        var mail = (AgencyLetterMail)MailKinds.Read((await office.AllAsync<OutgoingMail>()).Single(m => m.Kind == nameof(AgencyLetterMail)));
        Assert.Equal($"Congressional inquiry – Ana M. Núñez – Retirement – {@case.Reference}", mail.Subject);
        Assert.Equal([sent.StoredName, (await office.Given.Release(@case.Id)).Signature!.PdfName], mail.Files.Select(f => f.StoredName));
    }

    [Theory, OnBoth]
    public async Task A_letter_taken_back_in_time_never_goes_out(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Email), maria, default));
        (await office.TryAsync<TakeBackLetter>(o => o.ExecuteAsync(@case.Id, letter, maria, default))).Did("LetterTakenBack");
        (await office.TryAsync<TakeBackLetter>(o => o.ExecuteAsync(@case.Id, letter, maria, default))).ChangedNothing();
        office.Clock.Advance(LetterDraft.Wait);
        Assert.Equal(0, await office.SweepAsync<LetterDueJob>());
        Assert.Empty(await office.AllAsync<SentLetter>());

        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Email), maria, default));
        office.Clock.Advance(LetterDraft.Wait);
        await office.SweepAsync<LetterDueJob>();
        Assert.Equal("This letter has already been sent.", (await office.TryAsync<TakeBackLetter>(o => o.ExecuteAsync(@case.Id, letter, maria, default))).Was<Outcome.Refused>().Reason);
    }

    [Theory, OnBoth]
    public async Task A_release_withdrawn_while_the_letter_waits_brings_it_back(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Email), maria, default));
        var release = await office.Given.Release(@case.Id);
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(@case.Id), default));
        office.Clock.Advance(LetterDraft.Wait);
        (await office.TrySweepAsync<LetterDueJob>()).Did("LetterReturned", "LetterReturnedMail to maria@nunez.example.gov");
        Assert.NotNull(Assert.Single(await office.AllAsync<LetterDraft>()).ReturnedAt);
        var stop = (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default)))
            .Was<SendLetter.Guarded>().Guards.Single();
        Assert.Equal(("release", GuardLevel.Stop), (stop.Code, stop.Level));
    }

    [Theory, OnBoth]
    public async Task Sending_twice_sends_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        var outcomes = await office.AtOnceAsync<SendLetter>(4, o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default));
        Assert.All(outcomes, o => Assert.True(o.Succeeded || o is Outcome.Stale, $"{o}"));
        Assert.Single(await office.AllAsync<AgencyInquiry>());
        Assert.Single(await office.AllAsync<SentLetter>());
        Assert.True((await office.WithAsync<SendLetter, Outcome>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default))).Succeeded);
        Assert.Single(await office.AllAsync<SentLetter>());
    }

    [Theory, OnBoth]
    public async Task What_a_guard_finds_needs_a_reason_which_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        LetterContent Eager(LetterContent letter) => letter with { Blocks = With(letter, LetterBlock.Request, "Please approve the claim of our constituent.") };
        var draft = await office.Given.Letter(@case, maria, edit: Eager);
        var command = new SendLetter.Command(@case.Id, null, draft, InquiryMethod.Letter);
        var guard = (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(command, maria, default))).Was<SendLetter.Guarded>().Guards.Single();
        Assert.Equal(("outcome", LetterBlock.Request, "Please approve"), (guard.Code, guard.Block, guard.Words));

        await SaveAsync(office, @case, draft, maria, l => l with { Reasons = new Dictionary<string, string> { [guard.Key] = "The agency asked us to say so." } });
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(command, maria, default))).Did(["InquirySent", "LetterSent"], Contacted);
        var stood = Assert.Single(await office.AllAsync<GuardOverride>());
        Assert.Equal(("outcome", "The agency asked us to say so."), (stood.Guard, stood.Reason.Text));
    }

    [Theory, OnBoth]
    public async Task Mail_outside_the_agency_waits_for_a_manager(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria, card: Given.Card() with { Email = "liaison@ssa-liaison.com" });
        var draft = await office.Given.Letter(@case, maria);
        var command = new SendLetter.Command(@case.Id, null, draft, InquiryMethod.Email);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(command, maria, default))).Did("LetterHeld", "LetterHeldMail to olga@nunez.example.gov");
        Assert.NotNull(Assert.Single(await office.AllAsync<LetterDraft>()).HeldSince);
        var guard = (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(command, olga, default))).Was<SendLetter.Guarded>().Guards.Single();
        await SaveAsync(office, @case, draft, olga, l => l with { Reasons = new Dictionary<string, string> { [guard.Key] = "Confirmed by phone." } });
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(command, olga, default))).Did("LetterScheduled");
    }

    [Theory, OnBoth]
    public async Task A_follow_up_belongs_to_its_inquiry_and_says_what_really_went_out(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        await office.Given.Contact(maria);
        var inquiry = await office.Given.OpenInquiry(@case.Id);
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(
            new(@case.Id, inquiry.Id, ResponseKind.Acknowledgment, office.Clock.Today, "We have it.", Guid.CreateVersion7()), maria, default));
        var draft = await office.Given.Letter(@case, maria, inquiry: inquiry.Id);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, draft, InquiryMethod.Fax), maria, default))).Did(["InquiryFollowedUp", "LetterSent"]);
        var text = (await office.AllAsync<InquiryFollowUp>()).Single().Body.Text;
        Assert.Contains("Your office confirmed on November 18, 2026 that it had our inquiry.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("We followed up", text, StringComparison.Ordinal);
        Assert.Contains("We expect an answer by", text, StringComparison.Ordinal);
        Assert.Equal(inquiry.Id, (await office.AllAsync<SentLetter>()).Single().InquiryId);
    }

    [Theory, OnBoth]
    public async Task Without_a_way_to_reach_the_contact_nothing_goes_out(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria, card: Given.Card() with { Email = null, Fax = null, WebForm = null, Preferred = InquiryMethod.Letter });
        var draft = await office.Given.Letter(@case, maria);
        foreach (var method in new[] { InquiryMethod.Email, InquiryMethod.Fax, InquiryMethod.AgencyPortal })
            Assert.Equal("addressee", (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, draft, method), maria, default)))
                .Was<SendLetter.Guarded>().Guards.Single().Code);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, draft, InquiryMethod.Letter), maria, default))).Did(["InquirySent", "LetterSent"], Contacted);
    }

    internal static Dictionary<LetterBlock, string> With(LetterContent letter, LetterBlock block, string text) =>
        new(letter.Blocks) { [block] = text };

    private static async Task SaveAsync(DomainHost office, Case @case, Guid draft, Actor by, Func<LetterContent, LetterContent> edit)
    {
        var content = LetterContent.Read((await office.AllAsync<LetterDraft>()).Single(d => d.Id == draft).Content);
        await office.DoAsync<SaveLetter>(o => o.ExecuteAsync(new(@case.Id, draft, null, edit(content)), by, default));
    }

    private static async Task<byte[]> PdfAsync(DomainHost office, Guid caseId, Guid letter, Actor by) =>
        ((OpenLetter.Opened)await office.DoAsync<OpenLetter>(o => o.ExecuteAsync(caseId, letter, by, default))).Pdf;
}
