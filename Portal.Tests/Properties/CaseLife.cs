using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Properties;

/// <summary>Something that can happen to a case.</summary>
public enum Step
{
    Accept, Sign, WithdrawRelease, AskSsa, AskIrs, InquireSsa, InquireIrs, InquireDoj, AskDoj, RecordException, EndException, NameOther, Paper,
    AcceptPaper, RefusePaper, Drop, Acknowledge, Final, EndInquiry,
    AskInformation, Provide, CancelInformation, Message, Post, Close, Decline, Refer, Withdraw, Reopen, ChangeTopic, DayPasses, YearPasses,
}

/// <summary>Runs steps on one case and checks the invariants after each.</summary>
public sealed class CaseLife(DomainHost office, Actor maria, Guid id)
{
    private Actor Person => Actor.Constituent(id);

    public async Task PlayAsync(Step step)
    {
        var before = await office.ReadAsync(db => db.Set<AgencyInquiry>().CountAsync());
        var mayAsk = await MayAskAsync(step switch { Step.InquireIrs => "IRS", Step.InquireDoj => "DOJ", _ => "SSA" });
        await DoAsync(step);
        var after = await office.ReadAsync(db => db.Set<AgencyInquiry>().CountAsync());
        if (after > before)
            Assert.True(mayAsk, "An inquiry went out without a valid release.");
        await HoldsAsync();
    }

    private Task<Outcome> DoAsync(Step step) => step switch
    {
        Step.Accept => RunAsync<AcceptCase>(o => o.ExecuteAsync(new(id, null), maria, default)),
        Step.Sign => SignAsync(),
        Step.WithdrawRelease => WithAsync<PrivacyRelease>(
            r => r.Status is ReleaseStatus.Signed or ReleaseStatus.Requested,
            r => RunAsync<WithdrawRelease>(o => o.ExecuteAsync(r.Id, Actor.Signer(id, r.Id), default))),
        Step.AskSsa => RunAsync<AskForRelease>(o => o.ExecuteAsync(new(id, null, "SSA"), maria, default)),
        Step.AskIrs => RunAsync<AskForRelease>(o => o.ExecuteAsync(new(id, null, "IRS"), maria, default)),
        Step.InquireSsa => InquireAsync("SSA"),
        Step.InquireIrs => InquireAsync("IRS"),
        Step.InquireDoj => InquireAsync("DOJ"),
        Step.AskDoj => RunAsync<AskForRelease>(o => o.ExecuteAsync(new(id, null, "DOJ"), maria, default)),
        Step.RecordException => RunAsync<RecordException>(o => o.ExecuteAsync(new(id, null, "SSA", true), maria, default)),
        Step.EndException =>
            WithAsync<ReleaseException>(e => e.EndedAt is null, e => RunAsync<EndException>(o => o.ExecuteAsync(new(id, e.Id), maria, default))),
        Step.NameOther => RunAsync<AskForRelease>(o => o.ExecuteAsync(
            new(id, null, "SSA") { Party = new(PartyRole.Beneficiary, "Luis García", "luis@example.org", "es") }, maria, default)),
        Step.Paper => WithAsync<PrivacyRelease>(
            r => r.Status == ReleaseStatus.Requested,
            r => RunAsync<ReceivePaper>(o => o.ExecuteAsync(new(r.Id, "", null) { KeptAt = "Folder" }, maria, default))),
        Step.AcceptPaper => WithAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Checking, r => RunAsync<AcceptRelease>(o => o.ExecuteAsync(
            new(r.Id, r.Version, office.Clock.Today, Enum.GetValues<CheckPoint>()), maria, default))),
        Step.RefusePaper => WithAsync<PrivacyRelease>(
            r => r.Status == ReleaseStatus.Checking,
            r => RunAsync<RefuseRelease>(o => o.ExecuteAsync(new(r.Id, r.Version, RefusalReason.NotLegible), maria, default))),
        Step.Drop => WithAsync<PrivacyRelease>(
            r => r.Status == ReleaseStatus.Requested, r => RunAsync<CancelReleaseRequest>(o => o.ExecuteAsync(id, r.Id, maria, default))),
        Step.Acknowledge => AnswerAsync(ResponseKind.Acknowledgment),
        Step.Final => AnswerAsync(ResponseKind.Final),
        Step.EndInquiry => WithAsync<AgencyInquiry>(
            i => i.IsOpen, i => RunAsync<EndInquiry>(o => o.ExecuteAsync(new(id, i.Id, "Why.", Guid.CreateVersion7()), maria, default))),
        Step.AskInformation => RunAsync<RequestInformation>(o => o.ExecuteAsync(
            new(id, null, "A letter", office.Clock.Today.AddDays(3), Guid.CreateVersion7()), maria, default)),
        Step.Provide => WithAsync<InformationRequest>(r => r.IsOpen, r => RunAsync<EndInformationRequest>(o => o.ExecuteAsync(new(id, r.Id), Person, default))),
        Step.CancelInformation =>
            WithAsync<InformationRequest>(r => r.IsOpen, r => RunAsync<EndInformationRequest>(o => o.ExecuteAsync(new(id, r.Id), maria, default))),
        Step.Message => RunAsync<SendMessage>(o => o.ExecuteAsync(new(id, null, "News.", Guid.CreateVersion7()), maria, default)),
        Step.Post => RunAsync<PostMessage>(o => o.ExecuteAsync(new(id, "Hello?", Guid.CreateVersion7()), Person, default)),
        Step.Close => RunAsync<CloseCase>(o => o.ExecuteAsync(new(id, null, ClosingReason.InformationGiven, "Done."), maria, default)),
        Step.Decline => RunAsync<DeclineCase>(o => o.ExecuteAsync(new(id, null, ClosingReason.NotFederal, "Sorry."), maria, default)),
        Step.Refer => RunAsync<ReferCase>(o => o.ExecuteAsync(new(id, null, ReferralKind.Community, "Them", "Go."), maria, default)),
        Step.Withdraw => RunAsync<WithdrawCase>(o => o.ExecuteAsync(id, Person, default)),
        Step.Reopen => RunAsync<ReopenCase>(o => o.ExecuteAsync(new(id, null), maria, default)),
        Step.ChangeTopic => RunAsync<ChangeTopic>(o => o.ExecuteAsync(new(id, null, "irs-refund", null), maria, default)),
        Step.DayPasses => PassAsync(1),
        _ => PassAsync(366),
    };

    private async Task HoldsAsync()
    {
        var @case = await office.NowAsync<Case>(id);
        var inquiries = await OfAsync<AgencyInquiry>(i => i.IsOpen);
        var requests = (await OfAsync<InformationRequest>(r => r.IsOpen)).Count
            + (await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Requested)).Count;
        Assert.Equal(@case.IsClosed, @case.ClosingReason is not null);
        Assert.Equal(@case.IsClosed, @case.ClosedAt is not null);
        Assert.Equal(@case.IsClosed, @case.PromisedOn is null);
        Assert.False(@case.IsClosed && (inquiries.Count > 0 || requests > 0), "A closed case waits for something.");
        Assert.False(@case.IsClosed && (await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Signed)).Count > 0, "A release outlived its case.");
        Assert.False(@case.Status == CaseStatus.WithAgency && inquiries.Count == 0, "Nobody was asked, but it is with the agency.");
        Assert.False(@case.Status == CaseStatus.WaitingOnConstituent && requests == 0, "Nothing is asked, but it is with the constituent.");
        await EveryPlaceSaysTheSameAsync(@case);
        Assert.All(await OfAsync<AgencyInquiry>(_ => true), i => Assert.True(i.ReleaseId is null != i.ExceptionCitation is null));
        Assert.True(
            (await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Signed)).GroupBy(r => (r.AgencyCode, r.PartyId)).All(g => g.Count() == 1),
            "Two releases of one person hold for one agency.");
        Assert.False(@case.IsClosed && (await OfAsync<ReleaseException>(e => e.EndedAt is null)).Count > 0, "An exception outlived its case.");
        var unsealed = await office.AllAsync<UnsealedActivity>();
        Assert.Equal((await office.AllAsync<ActivityEntry>()).Count, unsealed.Count);
    }

    private async Task EveryPlaceSaysTheSameAsync(Case @case)
    {
        var progress = await office.WithAsync<ProgressQuery, CaseProgress>(q => q.ReadAsync(@case, default));
        var status = await office.WithAsync<StatusPageQuery, StatusPage?>(q => q.ReadAsync(id, default));
        var head = await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(q => q.ReadAsync(@case.Reference, maria, "en", default));
        var page = await office.WithAsync<CasePageQuery, CasePage>(q => q.PageAsync(head!, default));
        var view = @case.IsClosed ? QueueView.Closed : QueueView.Open;
        var queue = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(view), maria.Id, null, default));
        var row = Assert.Single(queue.Rows);

        // The case itself knows what its rows say.
        Assert.Equal(
            (await OfAsync<InformationRequest>(r => r.IsOpen)).Select(r => r.Id)
                .Concat((await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Requested)).Select(r => r.Id)).Order(),
            @case.OpenAsks.Order());
        Assert.Equal((await OfAsync<AgencyInquiry>(i => i.IsOpen)).Select(i => i.Id).Order(), @case.OpenInquiries.Order());

        foreach (var other in (CaseProgress[])[status!.Progress, page.Progress])
        {
            Assert.Equal(Written(progress.Steps), Written(other.Steps));
            Assert.Equal(progress.Agencies.Select(a => (a.AgencyCode, a.Stage, a.Turn, a.IsUntold)), other.Agencies.Select(a => (a.AgencyCode, a.Stage, a.Turn, a.IsUntold)));
            Assert.Equal(progress.Asks.Select(a => (a.DueOn, a.Request?.Id, a.Release?.Id)), other.Asks.Select(a => (a.DueOn, a.Request?.Id, a.Release?.Id)));
            Assert.Equal(@case.PromisedOn, other.PromisedOn);
        }

        Assert.Equal(progress.Asks.Any(a => a.Release is not null), row.Unsigned);
        Assert.Equal(progress.Asks.Min(a => a.DueOn), row.AskedFor);
        Assert.Equal(@case.AnswerUntoldSince is not null, row.AnswerUntoldSince is not null);
        Assert.Equal(@case.AnswerUntoldSince is not null, progress.Agencies.Any(a => a.IsUntold));
        Assert.Equal((@case.Status, @case.PromisedOn), (row.Status, row.PromisedOn));
        foreach (var language in Portal.Domain.Platform.Text.Texts.Languages)
            ToldTheSame.Check(progress, new(language, status.Agencies, status.Calendar, status.Today));
    }

    private static string Written(IEnumerable<CaseStep> steps) =>
        string.Join('\n', steps.Select(s => $"{s.Move} {s.Turn} {s.Sentence} {string.Join(',', s.Arguments)} {s.InquiryId}"));

    // Restates the guard independently of the product: everyone asked has a signed, unexpired release (in ink where
    // required), or an exception is recorded and no one's withdrawal overrides it.
    private async Task<bool> MayAskAsync(string agency)
    {
        var people = (await OfAsync<PrivacyRelease>(r => r.AgencyCode == agency && r.Status != ReleaseStatus.Dropped)).GroupBy(r => r.PartyId).ToList();
        var ink = agency == "DOJ";
        bool Covers(PrivacyRelease r) =>
            r.Status == ReleaseStatus.Signed
            && r.ExpiresOn >= office.Clock.Today
            && (!ink || r.Signature!.Method == SigningMethod.Ink)
            && (agency != "IRS" || r.Signature!.SignedAt > office.Clock.Utc.AddDays(-121));
        if (people.Count > 0 && people.All(p => p.Any(Covers)))
            return true;
        return (await OfAsync<ReleaseException>(e => e.AgencyCode == agency && e.EndedAt is null)).Count > 0
            && people.All(p => p.Any(r => r.Status != ReleaseStatus.Withdrawn));
    }

    private Task<Outcome> RunAsync<T>(Func<T, Task<Outcome>> act)
        where T : notnull => office.WithAsync(act);

    private Task<Outcome> InquireAsync(string agency) => RunAsync<SendInquiry>(o => o.ExecuteAsync(
        new(id, null, agency, PermittedAsk.PromptConsideration, InquiryMethod.Letter, "Please.") { Key = Guid.CreateVersion7() }, maria, default));

    private Task<Outcome> AnswerAsync(ResponseKind kind) => WithAsync<AgencyInquiry>(_ => true, i => RunAsync<RecordResponse>(
        o => o.ExecuteAsync(new(id, i.Id, kind, office.Clock.Today, "Yes.", Guid.CreateVersion7()), maria, default)));

    private async Task<Outcome> SignAsync()
    {
        if ((await OfAsync<PrivacyRelease>(_ => true)).OrderBy(r => r.Status == ReleaseStatus.Requested ? 0 : 1).FirstOrDefault() is not { } release)
            return Outcome.Done;
        var command = await office.Given.SigningOf(release);
        return await RunAsync<SignRelease>(o => o.ExecuteAsync(command, Actor.Signer(id, release.Id), default));
    }

    private async Task<Outcome> PassAsync(int days)
    {
        office.Clock.GoTo(days, 15);
        await office.SweepAsync<ReleaseExpiredJob>();
        await office.SweepAsync<UpdateDueJob>();
        await office.SweepAsync<InquiryOverdueJob>();
        await office.SweepAsync<ReleaseUnsignedJob>();
        await office.SweepAsync<ReleaseRenewalDueJob>();
        await office.SweepAsync<InformationRequestDueJob>();
        return Outcome.Done;
    }

    private async Task<Outcome> WithAsync<T>(Func<T, bool> which, Func<T, Task<Outcome>> act)
        where T : class => (await OfAsync(which)).FirstOrDefault() is { } row ? await act(row) : Outcome.Done;

    private async Task<List<T>> OfAsync<T>(Func<T, bool> which)
        where T : class => [.. (await office.AllAsync<T>()).Where(which)];
}
