using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Domain.Intake;

/// <summary>Prepares the privacy release of a new case if its agency requires one.</summary>
public sealed class FirstRelease(PortalDb db, ReleaseRequest releases, OfficePractice practice, UnconfirmedMail mail)
{
    /// <summary>The release; null when none is needed. The caller saves.</summary>
    public async Task<PrivacyRelease?> PrepareAsync(
        Act act, Case @case, RequestAnswers answers, TopicCard? topic, CaseCipher cipher, CancellationToken cancellation)
    {
        if (topic is not { Outcome: TopicOutcome.Casework })
            return null;
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == topic.Agency, cancellation);
        if (agency is null or { Rules.Signature: SignatureClass.None })
            return null;
        // Nobody knows yet who may sign; a caseworker finds out first.
        if (answers is { CannotSign: not null, Signing.Capacity: null })
            return null;
        agency = topic.RulesOf(agency);
        // Writers who sign do it from the acknowledgment. Any other signer gets a separate email.
        var writerSigns = answers.CannotSign is null ? answers.HelpFor != HelpFor.SomeoneElse : answers.HelperSigns;
        var mailsSigner = !writerSigns && await mail.MayReachSignerAsync(@case, ReleaseRequest.SignerEmailOf(answers), act.At, cancellation);
        var mailing = mailsSigner ? SignerMail.From(await practice.OfficeAsync(cancellation), answers) : null;
        return releases.Prepare(new(act, @case, agency, cipher) { Topic = topic, Mailing = mailing }, answers);
    }
}
