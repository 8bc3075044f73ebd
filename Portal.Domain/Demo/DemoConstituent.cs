using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.Domain.Demo;

/// <summary>What the constituents of the demonstration do, through the operations their pages call.</summary>
internal sealed class DemoConstituent(IServiceProvider services)
{
    private const string Browser = "Mozilla/5.0 (demonstration)";
    private const string Address = "203.0.113.7"; // RFC 5737: nobody's

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Does the step.</summary>
    public async Task ActAsync(DemoStory story, DemoStep step, DateOnly today, CancellationToken cancellation)
    {
        var actor = Actor.Constituent(story.CaseId);
        var outcome = step.Verb switch
        {
            "submit" => await SubmitAsync(story, today, cancellation),
            "sign" => await SignAsync(story, actor, cancellation),
            "say" => await Get<PostMessage>().ExecuteAsync(new(story.CaseId, step.Text, DemoStaff.Key(services)), actor, cancellation),
            "withdraw" => await Get<WithdrawCase>().ExecuteAsync(story.CaseId, actor, cancellation),
            "withdraw-release" => await Get<WithdrawRelease>().ExecuteAsync((await ReleaseAsync(story, ReleaseStatus.Signed, cancellation)).Id, actor, cancellation),
            "provide" => await Get<EndInformationRequest>().ExecuteAsync(new(story.CaseId, await WishAsync(story, cancellation)), actor, cancellation),
            _ => throw new FormatException($"Constituents do not '{step.Verb}'."),
        };
        DemoStaff.Expect(outcome, story, step);
    }

    private async Task<Outcome> SubmitAsync(DemoStory story, DateOnly today, CancellationToken cancellation)
    {
        var draft = (SaveDraft.Saved)await Get<SaveDraft>().ExecuteAsync(new(null, story.Language, _ => DemoRequest.AnswersOf(story, today)), cancellation);
        story.CaseId = draft.Id;
        return await Get<SubmitRequest>().ExecuteAsync(new(draft.Token, null), cancellation);
    }

    private async Task<Outcome> SignAsync(DemoStory story, Actor actor, CancellationToken cancellation)
    {
        var release = await ReleaseAsync(story, ReleaseStatus.Requested, cancellation);
        var details = ReleaseJson.Details(await Get<Vault>().OpenAsync(story.CaseId, cancellation), release);
        var agency = await Get<PortalDb>().Set<Agency>().SingleAsync(a => a.Code == release.AgencyCode, cancellation);
        var office = await Get<OfficePractice>().OfficeAsync(cancellation);
        var shown = await Get<ReleaseTemplates>().ComposeAsync(details, agency, office!.Recipient(), release.Language, cancellation);
        var confirmed = await Get<SaveReleaseDetails>().ExecuteAsync(new(release.Id, details), actor, cancellation);
        return confirmed.Succeeded
            ? await Get<SignRelease>().ExecuteAsync(
                new(release.Id, shown.Sha256(), true, details.LegalName, Address, Browser, IdentityAssurance.EmailConfirmed), actor, cancellation)
            : confirmed;
    }

    private Task<PrivacyRelease> ReleaseAsync(DemoStory story, ReleaseStatus status, CancellationToken cancellation) =>
        Get<PortalDb>().Set<PrivacyRelease>().Where(r => r.CaseId == story.CaseId && r.Status == status).OrderByDescending(r => r.RequestedAt).FirstAsync(cancellation);

    private Task<Guid> WishAsync(DemoStory story, CancellationToken cancellation) =>
        Get<PortalDb>().Set<InformationRequest>().Where(r => r.CaseId == story.CaseId && r.AnsweredAt == null && r.CancelledAt == null)
            .OrderBy(r => r.AskedAt).Select(r => r.Id).FirstAsync(cancellation);
}
