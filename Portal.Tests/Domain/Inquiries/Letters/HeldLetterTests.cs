using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Decisions;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Domain.Decisions;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries.Letters;

/// <summary>Letters that wait for another person: the Member's signature, a colleague's review, and what either sends back.</summary>
public sealed class HeldLetterTests
{
    private static readonly byte[] Seal = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGMQsakAIgYIBQAUXgMhH8Oh0wAAAABJRU5ErkJggg==");

    [Theory, OnBoth]
    public async Task A_letter_from_the_Member_goes_out_only_once_it_is_signed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var (@case, letter) = await MemberLetterAsync(office, maria, olga);
        var send = new SendLetter.Command(@case.Id, null, letter, InquiryMethod.Letter);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, maria, default))).Did("LetterHeld", "LetterHeldMail to olga@nunez.example.gov");
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, olga, default))).ChangedNothing();
        (await office.TryAsync<RecordSignature>(o => o.ExecuteAsync(new(@case.Id, letter, null), maria, default))).NotPermitted(Permission.ApproveLetters);
        (await office.TryAsync<RecordSignature>(o => o.ExecuteAsync(new(@case.Id, letter, null), olga, default))).Did("LetterSigned", "LetterSignedMail to maria@nunez.example.gov");
        (await office.TryAsync<RecordSignature>(o => o.ExecuteAsync(new(@case.Id, letter, null), olga, default))).ChangedNothing();
        // What goes out is what was printed and signed, whatever day it is by now.
        var signed = await PdfAsync(office, @case, letter, maria);
        office.Clock.Advance(TimeSpan.FromDays(3));
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, maria, default))).Did(["InquiryFollowedUp", "LetterSent", "DecisionEnded"]);
        Assert.Equal(signed, await PdfAsync(office, @case, letter, maria));
    }

    [Theory, OnBoth]
    public async Task A_letter_begun_before_the_decision_waits_for_the_signature_too(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.CaseWithAgency(maria);
        await office.Given.Contact(maria);
        var inquiry = (await office.Given.OpenInquiry(@case.Id)).Id;
        var letter = await office.Given.Letter(@case, maria, inquiry: inquiry);
        await DecideAsync(office, @case, maria, olga, inquiry);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default)))
            .Did("LetterHeld", "LetterHeldMail to olga@nunez.example.gov");
        (await office.TryAsync<RecordSignature>(o => o.ExecuteAsync(new(@case.Id, letter, null), olga, default))).Refused("Only a letter from the Member needs the Member's signature.");
    }

    [Theory, OnBoth]
    public async Task The_Member_can_sign_a_first_letter(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        await DecideAsync(office, @case, maria, olga, null);
        var letter = await office.Given.Letter(@case, maria);
        Assert.True(LetterContent.Read((await DraftAsync(office, letter)).Content).IsForMember);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default));
        Assert.Contains("Representative Ana M. Núñez", PdfTools.Run("pdftotext", await PdfAsync(office, @case, letter, maria), "{}", "-"), StringComparison.Ordinal);
        (await office.TryAsync<RecordSignature>(o => o.ExecuteAsync(new(@case.Id, letter, null), olga, default))).Did("LetterSigned", "LetterSignedMail to maria@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task Closing_the_case_takes_its_letters_off_the_list(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        await ReviewAsync(office);
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default));
        Assert.Single(await office.WithAsync<WaitingLettersQuery, IReadOnlyList<WaitingLetter>>(q => q.ReadAsync(default)));
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "Goodbye."), maria, default));
        Assert.Empty(await office.WithAsync<WaitingLettersQuery, IReadOnlyList<WaitingLetter>>(q => q.ReadAsync(default)));
        Assert.Null((await DraftAsync(office, letter)).HeldFor);
    }

    [Theory, OnBoth]
    public async Task A_letter_nobody_submitted_is_not_sent_by_a_colleague_where_letters_are_reviewed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var jo = await office.Given.Staff(StaffRole.Caseworker, "Jo");
        await ReviewAsync(office);
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), jo, default))).Did("LetterHeld");
        (await office.TryAsync<SendInquiry>(o => o.ExecuteAsync(Given.Inquiry(@case), jo, default)))
            .Refused("Our office reviews letters before they go out. Choose “Contact the agency,” and write the letter there.");
    }

    [Theory, OnBoth]
    public async Task A_signed_letter_that_is_changed_needs_a_new_signature(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var olga = await office.Given.Staff(StaffRole.CaseworkManager, "Olga");
        var (@case, letter) = await MemberLetterAsync(office, maria, olga);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default));
        await office.DoAsync<RecordSignature>(o => o.ExecuteAsync(new(@case.Id, letter, null), olga, default));
        await SaveAsync(office, @case, letter, maria, l => l);
        Assert.NotNull((await DraftAsync(office, letter)).SignedAt);
        await SaveAsync(office, @case, letter, maria, l => l with { Blocks = SendLetterTests.With(l, LetterBlock.Request, "Please tell us where it is.") });
        Assert.Null((await DraftAsync(office, letter)).SignedAt);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, letter, InquiryMethod.Letter), maria, default)))
            .Did("LetterHeld", "LetterHeldMail to olga@nunez.example.gov");
    }

    [Theory, OnBoth]
    public async Task Where_letters_are_reviewed_nobody_sends_their_own_words(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var jo = await office.Given.Staff(StaffRole.Caseworker, "Jo");
        await ReviewAsync(office);
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        var send = new SendLetter.Command(@case.Id, null, letter, InquiryMethod.Email);
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, maria, default))).Did("LetterHeld");
        await SaveAsync(office, @case, letter, jo, l => l with { Blocks = SendLetterTests.With(l, LetterBlock.Request, "Please tell us where it is.") });
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, jo, default))).Did("LetterHeld", "LetterHeldMail to maria@nunez.example.gov");
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, maria, default))).Did("LetterScheduled");
        office.Clock.Advance(LetterDraft.Wait);
        Assert.Equal(1, await office.SweepAsync<LetterDueJob>());
    }

    [Theory, OnBoth]
    public async Task A_letter_sent_back_says_what_to_change(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var jo = await office.Given.Staff(StaffRole.Caseworker, "Jo");
        await ReviewAsync(office);
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        var send = new SendLetter.Command(@case.Id, null, letter, InquiryMethod.Email);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(send, maria, default));
        (await office.TryAsync<SendBackLetter>(o => o.ExecuteAsync(new(@case.Id, letter, null, " "), jo, default))).Refused("Enter what to change, in 1,000 characters or fewer.");
        (await office.TryAsync<SendBackLetter>(o => o.ExecuteAsync(new(@case.Id, letter, null, "Name the form."), jo, default)))
            .Did("LetterSentBack", "LetterSentBackMail to maria@nunez.example.gov");
        (await office.TryAsync<SendBackLetter>(o => o.ExecuteAsync(new(@case.Id, letter, null, "Name the form."), jo, default))).ChangedNothing();
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, jo, default))).Refused("This letter was sent back for changes. Change it first.");
        Assert.Equal(("Name the form.", null), ((await DraftAsync(office, letter)).SentBackWhy!.Text, (await DraftAsync(office, letter)).HeldFor));
        await SaveAsync(office, @case, letter, maria, l => l with { Blocks = SendLetterTests.With(l, LetterBlock.Request, "Please tell us where Form SSA-561 is.") });
        Assert.Null((await DraftAsync(office, letter)).SentBackWhy);
        await office.DoAsync<SendLetter>(o => o.ExecuteAsync(send, maria, default));
        (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(send, jo, default))).Did("LetterScheduled");
    }

    [Theory, OnBoth]
    public async Task The_letterhead_shows_the_offices_own_lines_and_its_seal(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var sam = await office.Given.Staff(StaffRole.Administrator, "Sam");
        var maria = await office.Given.Caseworker();
        var command = new SaveLetterhead.Command(null, "Committee on Veterans' Affairs", false) { Seal = Seal };
        (await office.TryAsync<SaveLetterhead>(o => o.ExecuteAsync(command with { Seal = "not a picture"u8.ToArray() }, sam, default)))
            .Refused("Choose a PNG or JPEG picture of 500 KB or less, at most 1,000 pixels wide and high.");
        (await office.TryAsync<SaveLetterhead>(o => o.ExecuteAsync(command, sam, default))).Did("LetterheadChanged");
        (await office.TryAsync<SaveLetterhead>(o => o.ExecuteAsync(command with { Seal = null }, sam, default))).ChangedNothing();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var letter = await office.Given.Letter(@case, maria);
        var pdf = await PdfAsync(office, @case, letter, maria);
        Assert.Contains("Committee on Veterans' Affairs", PdfTools.Run("pdftotext", pdf, "{}", "-"), StringComparison.Ordinal);
        var withSeal = pdf.Length;
        await office.DoAsync<SaveLetterhead>(o => o.ExecuteAsync(command with { Seal = null, WithoutSeal = true }, sam, default));
        pdf = await PdfAsync(office, @case, letter, maria);
        Assert.True(pdf.Length < withSeal, "The seal was in the file.");
    }

    private static async Task<(Case Case, Guid Letter)> MemberLetterAsync(DomainHost office, Actor maria, Actor olga)
    {
        var @case = await office.Given.CaseWithAgency(maria);
        await office.Given.Contact(maria);
        var inquiry = (await office.Given.OpenInquiry(@case.Id)).Id;
        await DecideAsync(office, @case, maria, olga, inquiry);
        var letter = await office.Given.Letter(@case, maria, inquiry: inquiry);
        Assert.Equal(LetterStage.Member, LetterContent.Read((await DraftAsync(office, letter)).Content).Stage);
        return (@case, letter);
    }

    private static async Task DecideAsync(DomainHost office, Case @case, Actor maria, Actor olga, Guid? inquiry)
    {
        var key = await DecisionTests.AskAsync(office, @case, maria, inquiry);
        await office.DoAsync<MakeDecision>(o => o.ExecuteAsync(new(@case.Id, key, DecisionChoice.MemberLetter, null), olga, default));
    }

    private static async Task<byte[]> PdfAsync(DomainHost office, Case @case, Guid letter, Actor by) =>
        ((OpenLetter.Opened)await office.DoAsync<OpenLetter>(o => o.ExecuteAsync(@case.Id, letter, by, default))).Pdf;

    private static async Task ReviewAsync(DomainHost office)
    {
        var sam = await office.Given.Staff(StaffRole.Administrator, "Sam");
        await office.DoAsync<SaveLetterhead>(o => o.ExecuteAsync(new(null, null, true), sam, default));
    }

    private static async Task SaveAsync(DomainHost office, Case @case, Guid letter, Actor by, Func<LetterContent, LetterContent> edit)
    {
        var draft = await DraftAsync(office, letter);
        await office.DoAsync<SaveLetter>(o => o.ExecuteAsync(new(@case.Id, letter, draft.InquiryId, edit(LetterContent.Read(draft.Content))), by, default));
    }

    private static async Task<LetterDraft> DraftAsync(DomainHost office, Guid letter) => (await office.AllAsync<LetterDraft>()).Single(d => d.Id == letter);
}
