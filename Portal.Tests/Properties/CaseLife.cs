using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Referrals;
using Portal.Domain.Staff;
using Portal.Domain.Updates;
using Portal.Tests.Support;

namespace Portal.Tests.Properties;

/// <summary>One thing that may happen to a case.</summary>
public enum Step
{
    Accept, Sign, WithdrawRelease, AskSsa, AskIrs, InquireSsa, InquireIrs, InquireUnderException, Acknowledge, Final, EndInquiry,
    AskInformation, Provide, CancelInformation, Message, Post, Close, Decline, Refer, Withdraw, Reopen, ChangeTopic, DayPasses, YearPasses,
}

/// <summary>Plays steps on one case and looks after each whether what must always hold still holds.</summary>
public sealed class CaseLife(DomainHost office, Actor maria, Guid id)
{
    private Actor Person => Actor.Constituent(id);

    public async Task PlayAsync(Step step)
    {
        var before = await office.ReadAsync(db => db.Set<AgencyInquiry>().CountAsync());
        var mayAsk = await MayAskAsync(step == Step.InquireIrs ? "IRS" : "SSA");
        await DoAsync(step);
        var after = await office.ReadAsync(db => db.Set<AgencyInquiry>().CountAsync());
        if (after > before)
            Assert.True(step == Step.InquireUnderException || mayAsk, "An inquiry went out without a valid release.");
        await HoldsAsync();
    }

    private Task<Outcome> DoAsync(Step step) => step switch
    {
        Step.Accept => RunAsync<AcceptCase>(o => o.ExecuteAsync(new(id, null), maria, default)),
        Step.Sign => SignAsync(),
        Step.WithdrawRelease => WithAsync<PrivacyRelease>(r => r.Status is ReleaseStatus.Signed or ReleaseStatus.Requested, r => RunAsync<WithdrawRelease>(o => o.ExecuteAsync(r.Id, Person, default))),
        Step.AskSsa => RunAsync<AskForRelease>(o => o.ExecuteAsync(new(id, null, "SSA"), maria, default)),
        Step.AskIrs => RunAsync<AskForRelease>(o => o.ExecuteAsync(new(id, null, "IRS"), maria, default)),
        Step.InquireSsa => InquireAsync("SSA", false),
        Step.InquireIrs => InquireAsync("IRS", false),
        Step.InquireUnderException => InquireAsync("SSA", true),
        Step.Acknowledge => AnswerAsync(ResponseKind.Acknowledgment),
        Step.Final => AnswerAsync(ResponseKind.Final),
        Step.EndInquiry => WithAsync<AgencyInquiry>(i => i.IsOpen, i => RunAsync<EndInquiry>(o => o.ExecuteAsync(new(id, i.Id, "Why.", Guid.CreateVersion7()), maria, default))),
        Step.AskInformation => RunAsync<RequestInformation>(o => o.ExecuteAsync(new(id, null, "A letter", office.Clock.Today.AddDays(3), Guid.CreateVersion7()), maria, default)),
        Step.Provide => WithAsync<InformationRequest>(r => r.IsOpen, r => RunAsync<EndInformationRequest>(o => o.ExecuteAsync(new(id, r.Id), Person, default))),
        Step.CancelInformation => WithAsync<InformationRequest>(r => r.IsOpen, r => RunAsync<EndInformationRequest>(o => o.ExecuteAsync(new(id, r.Id), maria, default))),
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
        var file = await office.NowAsync<Case>(id);
        var inquiries = await OfAsync<AgencyInquiry>(i => i.IsOpen);
        var wishes = (await OfAsync<InformationRequest>(r => r.IsOpen)).Count + (await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Requested)).Count;
        Assert.Equal(file.IsClosed, file.ClosingReason is not null);
        Assert.Equal(file.IsClosed, file.ClosedAt is not null);
        Assert.Equal(file.IsClosed, file.PromisedOn is null);
        Assert.False(file.IsClosed && (inquiries.Count > 0 || wishes > 0), "A closed case waits for something.");
        Assert.False(file.IsClosed && (await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Signed)).Count > 0, "A release outlived its case.");
        Assert.Equal(file.Status == CaseStatus.WithAgency, file.Court == Court.Agency);
        Assert.False(file.Court == Court.Agency && inquiries.Count == 0, "Nobody was asked, but it is with the agency.");
        Assert.False(file.Court == Court.Constituent && wishes == 0, "Nothing is asked, but it is with the constituent.");
        Assert.All(await OfAsync<AgencyInquiry>(_ => true), i => Assert.True(i.ReleaseId is null != i.ExceptionCitation is null));
        Assert.True((await OfAsync<PrivacyRelease>(r => r.Status == ReleaseStatus.Signed)).GroupBy(r => r.AgencyCode).All(g => g.Count() == 1), "Two releases hold for one agency.");
        var unsealed = await office.AllAsync<UnsealedActivity>();
        Assert.Equal((await office.AllAsync<ActivityEntry>()).Count, unsealed.Count);
    }

    private async Task<bool> MayAskAsync(string agency) => await office.ReadAsync(db => db.Set<PrivacyRelease>().AnyAsync(r =>
        r.CaseId == id && r.AgencyCode == agency && r.Status == ReleaseStatus.Signed && r.ExpiresOn >= office.Clock.Today));

    private Task<Outcome> RunAsync<T>(Func<T, Task<Outcome>> act)
        where T : notnull => office.WithAsync(act);

    private Task<Outcome> InquireAsync(string agency, bool exception) => RunAsync<SendInquiry>(o => o.ExecuteAsync(
        new(id, null, agency, PermittedAsk.PromptConsideration, InquiryMethod.Letter, "Please.", exception, Guid.CreateVersion7()), maria, default));

    private Task<Outcome> AnswerAsync(ResponseKind kind) => WithAsync<AgencyInquiry>(_ => true, i => RunAsync<RecordResponse>(
        o => o.ExecuteAsync(new(id, i.Id, kind, office.Clock.Today, "Yes.", Guid.CreateVersion7()), maria, default)));

    private async Task<Outcome> SignAsync()
    {
        if ((await OfAsync<PrivacyRelease>(_ => true)).OrderBy(r => r.Status == ReleaseStatus.Requested ? 0 : 1).FirstOrDefault() is not { } release)
            return Outcome.Done;
        var command = await office.Given.SigningOf(release);
        return await RunAsync<SignRelease>(o => o.ExecuteAsync(command, Person, default));
    }

    private async Task<Outcome> PassAsync(int days)
    {
        office.Clock.GoTo(days, 15);
        await office.SweepAsync<ReleaseExpiredJob>();
        await office.SweepAsync<UpdateDueJob>();
        await office.SweepAsync<InquiryOverdueJob>();
        await office.SweepAsync<ReleaseUnsignedJob>();
        await office.SweepAsync<InformationRequestDueJob>();
        return Outcome.Done;
    }

    private async Task<Outcome> WithAsync<T>(Func<T, bool> which, Func<T, Task<Outcome>> act)
        where T : class => (await OfAsync(which)).FirstOrDefault() is { } row ? await act(row) : Outcome.Done;

    private async Task<List<T>> OfAsync<T>(Func<T, bool> which)
        where T : class => [.. (await office.AllAsync<T>()).Where(which)];
}
