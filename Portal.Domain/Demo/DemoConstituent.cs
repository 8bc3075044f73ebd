using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Agencies;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Paper;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Demo;

/// <summary>Plays the constituents' steps of a story through the operations their pages call.</summary>
internal sealed class DemoConstituent(IServiceProvider services)
{
    private const string Browser = "Mozilla/5.0 (demonstration)";
    private const string Address = "203.0.113.7"; // reserved for documentation (RFC 5737)

    private static readonly MarkWitness[] Witnesses =
        [new("Joan Mercer", "1401 Ford Street, Golden"), new("Paul Ito", "1403 Ford Street, Golden")];

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Plays the step.</summary>
    public async Task ActAsync(DemoStory story, DemoStep step, DateOnly today, CancellationToken cancellation)
    {
        var actor = Actor.Constituent(story.CaseId);
        var outcome = step.Verb switch
        {
            "submit" => await SubmitAsync(story, today, cancellation),
            "sign" => await SignAsync(story, d => d, new(), cancellation),
            "sign-mark" => await SignAsync(story, d => d with { ByMark = true }, new() { Witnesses = Witnesses }, cancellation),
            "sign-guardian" => await ProveAsync(story, "Birth certificate", cancellation) is { Succeeded: false } unproven
                ? unproven
                : await SignAsync(story, AsGuardian, new(), cancellation),
            "print-and-send" => await PrintAndSendAsync(story, d => d, cancellation),
            "print-and-send-for-father" =>
                await ProveAsync(story, "Death certificate and birth certificate", cancellation) is { Succeeded: false } unproven
                    ? unproven
                    : await PrintAndSendAsync(story, ForFather, cancellation),
            "say" => await Get<PostMessage>().ExecuteAsync(new(story.CaseId, step.Text, DemoStaff.Key(services)), actor, cancellation),
            "withdraw" => await Get<WithdrawCase>().ExecuteAsync(story.CaseId, actor, cancellation),
            "withdraw-release" => await WithdrawReleaseAsync(story, cancellation),
            "provide" => await Get<EndInformationRequest>()
                .ExecuteAsync(new(story.CaseId, await RequestAsync(story, cancellation)), actor, cancellation),
            _ => throw new FormatException($"Constituents do not '{step.Verb}'."),
        };
        DemoStaff.Expect(outcome, story, step);
    }

    private static ReleaseDetails AsGuardian(ReleaseDetails details) =>
        details with { Capacity = SignerCapacity.ParentOrGuardian, SignerName = "Carmen Armenta" };

    private static ReleaseDetails ForFather(ReleaseDetails details) => details with
    {
        Capacity = SignerCapacity.NextOfKin,
        SignerName = details.LegalName,
        LegalName = "Walter Castillo",
        BornOn = new DateOnly(1929, 3, 2),
    };

    private async Task<Outcome> WithdrawReleaseAsync(DemoStory story, CancellationToken cancellation)
    {
        var release = await ReleaseAsync(story, ReleaseStatus.Signed, cancellation);
        return await Get<WithdrawRelease>()
            .ExecuteAsync(release.Id, await SignerAsync(story, ReleaseStatus.Signed, cancellation), cancellation);
    }

    private async Task<Outcome> SubmitAsync(DemoStory story, DateOnly today, CancellationToken cancellation)
    {
        var draft = (SaveDraft.Saved)await Get<SaveDraft>().ExecuteAsync(
            new(null, story.Language, _ => DemoRequest.AnswersOf(story, today)), Actor.Anonymous, cancellation);
        story.CaseId = draft.Id;
        return await Get<SubmitRequest>().ExecuteAsync(new(draft.Token, null), Actor.Anonymous, cancellation);
    }

    private async Task<Outcome> SignAsync(
        DemoStory story, Func<ReleaseDetails, ReleaseDetails> how, SigningCeremony ceremony, CancellationToken cancellation)
    {
        var release = await ReleaseAsync(story, ReleaseStatus.Requested, cancellation);
        var actor = Actor.Signer(story.CaseId, release.Id);
        var cipher = await Get<Vault>().OpenAsync(story.CaseId, cancellation);
        var confirmed = await Get<SaveReleaseDetails>().ExecuteAsync(
            new(release.Id, how(ReleaseJson.Details(cipher, release))), actor, cancellation);
        if (!confirmed.Succeeded)
            return confirmed;
        var agency = await Get<PortalDb>().AgencyOfAsync(release, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        var shown = await Get<ReleaseTexts>().ComposeAsync(details, agency, release.Language, cancellation);
        var typedName = details.ByMark ? "X" : details.WhoSigns;
        return await Get<SignRelease>().ExecuteAsync(
            new(release.Id, shown.Sha256(), true, typedName, new(Address, Browser), IdentityAssurance.EmailConfirmed) { Ceremony = ceremony },
            actor,
            cancellation);
    }

    private async Task<Outcome> ProveAsync(DemoStory story, string proof, CancellationToken cancellation)
    {
        var release = await ReleaseAsync(story, ReleaseStatus.Requested, cancellation);
        var now = Get<TimeProvider>().GetUtcNow().UtcDateTime;
        var pdf = Get<PaperPrinter>().Print(new($"{proof} (demonstration)", story.Language, "", now, [new Paragraph(story.Name)]));
        var fileName = proof.ToLowerInvariant().Replace(' ', '-') + ".pdf";
        return await Get<AddProof>().ExecuteAsync(
            new(release.Id, fileName, new MemoryStream(pdf)), Actor.Signer(story.CaseId, release.Id), cancellation);
    }

    // Sends the printed form back as is, in place of a scan signed in ink.
    private async Task<Outcome> PrintAndSendAsync(
        DemoStory story, Func<ReleaseDetails, ReleaseDetails> how, CancellationToken cancellation)
    {
        var release = await ReleaseAsync(story, ReleaseStatus.Requested, cancellation);
        var actor = Actor.Signer(story.CaseId, release.Id);
        var details = how(ReleaseJson.Details(await Get<Vault>().OpenAsync(story.CaseId, cancellation), release));
        var confirmed = await Get<SaveReleaseDetails>().ExecuteAsync(new(release.Id, details), actor, cancellation);
        if (!confirmed.Succeeded)
            return confirmed;
        var printed = (PrintRelease.Printed)await Get<PrintRelease>().ExecuteAsync(release.Id, true, actor, cancellation);
        return await Get<ReceivePaper>().ExecuteAsync(
            new(release.Id, "signed-form.pdf", new MemoryStream(printed.Content)) { MatchedByCode = true }, actor, cancellation);
    }

    private async Task<Actor> SignerAsync(DemoStory story, ReleaseStatus status, CancellationToken cancellation) =>
        Actor.Signer(story.CaseId, (await ReleaseAsync(story, status, cancellation)).Id);

    private Task<PrivacyRelease> ReleaseAsync(DemoStory story, ReleaseStatus status, CancellationToken cancellation) =>
        Get<PortalDb>().Set<PrivacyRelease>()
            .Where(r => r.CaseId == story.CaseId && r.Status == status)
            .OrderByDescending(r => r.RequestedAt)
            .FirstAsync(cancellation);

    private Task<Guid> RequestAsync(DemoStory story, CancellationToken cancellation) =>
        Get<PortalDb>().Set<InformationRequest>().Where(r => r.CaseId == story.CaseId && r.AnsweredAt == null && r.CanceledAt == null)
            .OrderBy(r => r.AskedAt).Select(r => r.Id).FirstAsync(cancellation);
}
