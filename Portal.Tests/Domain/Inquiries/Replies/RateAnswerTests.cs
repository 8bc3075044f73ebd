using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries.Replies;

/// <summary>The person says once how far an agency's answer helped, and words about a bad one lead to a request to reconsider.</summary>
public sealed class RateAnswerTests
{
    [Theory, OnBoth]
    public async Task A_bad_answer_with_words_becomes_a_message_and_a_draft(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var answer = await AnswerAsync(office, @case, maria, told: true);
        Assert.Equal(answer, (await ToRateAsync(office, @case))!.ResponseId);
        var command = new RateAnswer.Command(@case.Id, answer, AnswerHelp.NotAtAll, "They left out May. My number is 078-05-1120.", Guid.CreateVersion7());
        (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(command, Actor.Constituent(@case.Id), default))).Did(["AnswerRated", "MessageReceived"]);
        (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(command with { Help = AnswerHelp.Solved }, Actor.Constituent(@case.Id), default))).ChangedNothing();
        // The rating stands, but words written in another tab aren't lost.
        (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(
            command with { Help = AnswerHelp.Partly, Words = "And June.", Key = Guid.CreateVersion7() }, Actor.Constituent(@case.Id), default))).Did("MessageReceived");
        Assert.Null(await ToRateAsync(office, @case));
        Assert.NotNull((await office.NowAsync<Case>(@case.Id)).UnansweredSince);

        var draft = Assert.Single(await office.AllAsync<LetterDraft>());
        var letter = LetterContent.Read(draft.Content);
        Assert.Equal((maria.Id, PermittedAsk.Reconsideration, LetterStage.Inquiry), (draft.AuthorId, letter.Ask, letter.Stage));
        Assert.Contains("“They left out May. My number is", letter[LetterBlock.Facts], StringComparison.Ordinal);
        Assert.DoesNotContain("078-05", letter[LetterBlock.Facts], StringComparison.Ordinal);
        // Somebody has to choose why the answer isn't supported before it can go out.
        var stop = (await office.TryAsync<SendLetter>(o => o.ExecuteAsync(new(@case.Id, null, draft.Id, Portal.Domain.Agencies.InquiryMethod.Phone), maria, default)))
            .Was<SendLetter.Guarded>().Guards;
        Assert.Contains(stop, g => g.Code == "unfilled");
    }

    [Theory, OnBoth]
    public async Task A_good_answer_or_no_answer_to_the_question_leads_to_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        foreach (var (help, words) in new (AnswerHelp?, string?)[] { (AnswerHelp.Solved, null), (null, null), (AnswerHelp.NotAtAll, " ") })
        {
            var @case = await office.Given.CaseWithAgency(maria);
            var answer = await AnswerAsync(office, @case, maria, told: true);
            (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(new(@case.Id, answer, help, words, Guid.CreateVersion7()), Actor.Constituent(@case.Id), default))).Did("AnswerRated");
            Assert.Equal(help, (await office.AllAsync<AnswerRating>()).Single(r => r.CaseId == @case.Id).Help);
            Assert.Null((await office.NowAsync<Case>(@case.Id)).UnansweredSince);
        }

        Assert.Empty(await office.AllAsync<LetterDraft>());
    }

    [Theory, OnBoth]
    public async Task Nobody_is_asked_about_an_answer_they_have_not_been_told(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var answer = await AnswerAsync(office, @case, maria, told: false);
        Assert.Null(await ToRateAsync(office, @case));
        (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(new(@case.Id, answer, AnswerHelp.Solved, null, Guid.CreateVersion7()), Actor.Constituent(@case.Id), default)))
            .Was<Outcome.NotFound>();
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "SSA said no.", Guid.CreateVersion7()), maria, default));
        Assert.Equal(answer, (await ToRateAsync(office, @case))!.ResponseId);
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.DecisionExplained, "Goodbye."), maria, default));
        Assert.Equal(answer, (await ToRateAsync(office, @case))!.ResponseId);
    }

    [Theory, OnBoth]
    public async Task Nobody_rates_an_answer_of_another_case(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (own, other) = (await office.Given.CaseWithAgency(maria), await office.Given.CaseWithAgency(maria));
        var answer = await AnswerAsync(office, other, maria, told: true);
        (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(new(own.Id, answer, AnswerHelp.Solved, null, Guid.CreateVersion7()), Actor.Constituent(own.Id), default)))
            .Was<Outcome.NotFound>();
        await office.DoAsync<RateAnswer>(o => o.ExecuteAsync(new(other.Id, answer, AnswerHelp.Solved, null, Guid.CreateVersion7()), Actor.Constituent(other.Id), default));
        (await office.TryAsync<RateAnswer>(o => o.ExecuteAsync(new(own.Id, answer, AnswerHelp.Solved, null, Guid.CreateVersion7()), Actor.Constituent(own.Id), default)))
            .Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task Words_of_danger_in_a_rating_raise_the_alarm(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.CaseWithAgency(maria);
        var answer = await AnswerAsync(office, @case, maria, told: true);
        await office.DoAsync<RateAnswer>(o => o.ExecuteAsync(
            new(@case.Id, answer, AnswerHelp.NotAtAll, "I don't want to live anymore.", Guid.CreateVersion7()), Actor.Constituent(@case.Id), default));
        Assert.Equal(SafetyKind.SelfHarm, (await office.NowAsync<Case>(@case.Id)).Danger);
    }

    private static async Task<Guid> AnswerAsync(DomainHost office, Case @case, Actor by, bool told)
    {
        var command = new RecordResponse.Command(
            @case.Id, (await office.Given.OpenInquiry(@case.Id)).Id, ResponseKind.Final, office.Clock.Today, "They said no.", Guid.CreateVersion7());
        await office.DoAsync<RecordResponse>(o => o.ExecuteAsync(told ? command with { Words = "SSA said no." } : command, by, default));
        return command.Key;
    }

    private static async Task<AnswerToRate?> ToRateAsync(DomainHost office, Case @case) =>
        (await office.WithAsync<StatusPageQuery, StatusPage?>(q => q.ReadAsync(@case.Id, default)))!.ToRate;
}
