using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Agencies;

/// <summary>One field of an agency's rule before and after a change.</summary>
public sealed record AgencyFieldChange(string Field, string? From, string? To);

/// <summary>What is known of an agency changed; the old values stay readable here.</summary>
public sealed record AgencyChanged(string Code, IReadOnlyList<AgencyFieldChange> Changes) : IEvent;

/// <summary>Changes what an agency wants, as staff learned it. Signed releases keep the rule they were signed under.</summary>
public sealed class SaveAgency(PortalDb db, TimeProvider clock)
{
    private const int MostDays = 3_650;
    private const int MostFollowUps = 50;

    /// <summary>The rule as the form has it, made from that version.</summary>
    public sealed record Command(
        string Code, int Version, SignatureClass Signature, int? ReleaseMaxAgeDays, int? ResignAfterClosedInquiryDays, bool OnlyOfficeNamed,
        bool TranslationCertified, string? Form, string? Notes, string? NotesEs, int AcknowledgmentDays, int InterimDays, int FinalDays,
        string? LiaisonContact, string? Source, DateOnly? VerifiedOn)
    {
        /// <summary>What else is wanted of a release; null leaves it as it is.</summary>
        public AgencyReleaseRules? Rules { get; init; }

        /// <summary>How the office goes after a late answer; null leaves it as it is.</summary>
        public FollowUpPattern? FollowUpDue { get; init; }
    }

    /// <summary>Saves; nothing is recorded when nothing changed.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditAgencies) is { } refusal)
            return refusal;
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.Code, cancellation);
        if (agency is null)
            return new Outcome.NotFound();
        if (agency.Version != command.Version)
            return new Outcome.Stale();
        var now = clock.GetUtcNow().UtcDateTime;
        if ((Broken(command, DateOnly.FromDateTime(now)) ?? command.Rules?.Broken()) is { } sentence)
            return new Outcome.Refused(sentence);
        Apply(command, agency);
        command.Rules?.ApplyTo(agency);
        var changes = db.Entry(agency).Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(Agency.Version))
            .Select(p => new AgencyFieldChange(p.Metadata.Name, Words(p.OriginalValue), Words(p.CurrentValue))).ToList();
        if (changes.Count == 0)
            return Outcome.Done;
        db.Record(this, now, actor, null, new AgencyChanged(agency.Code, changes));
        return await db.CommitAsync(cancellation);
    }

    private static string? Broken(Command command, DateOnly today) => command switch
    {
        { Source: var source } when string.IsNullOrWhiteSpace(source) => "Enter the source of the rule.",
        { FollowUpDue.Source: var source } when string.IsNullOrWhiteSpace(source) => "Enter the source of the follow-up schedule.",
        { FollowUpDue: { BusinessDays: < 1 or > MostDays } or { FollowUps: < 0 or > MostFollowUps } } => "Enter at least 1 day between follow-ups and no more than 50 follow-ups.",
        { VerifiedOn: { } day } when day > today.AddDays(1) => "The date of the last check can't be in the future.",
        { AcknowledgmentDays: < 0 or > MostDays } or { InterimDays: < 0 or > MostDays } or { FinalDays: < 0 or > MostDays } => "Enter days as whole numbers from 0 to 3,650.",
        { ReleaseMaxAgeDays: < 1 or > MostDays } or { ResignAfterClosedInquiryDays: < 1 or > MostDays } => "Enter a day limit from 1 to 3,650, or leave it blank.",
        _ => null,
    };

    private static void Apply(Command command, Agency agency)
    {
        (agency.Signature, agency.ReleaseMaxAgeDays, agency.ResignAfterClosedInquiryDays) = (command.Signature, command.ReleaseMaxAgeDays, command.ResignAfterClosedInquiryDays);
        (agency.OnlyOfficeNamed, agency.TranslationCertified) = (command.OnlyOfficeNamed, command.TranslationCertified);
        (agency.Form, agency.Notes, agency.NotesEs) = (Blank(command.Form), Blank(command.Notes), Blank(command.NotesEs));
        (agency.AcknowledgmentDays, agency.InterimDays, agency.FinalDays) = (command.AcknowledgmentDays, command.InterimDays, command.FinalDays);
        if (command.FollowUpDue is { } chase)
            (agency.FollowUpDays, agency.FollowUpsBeforeEscalation, agency.FollowUpSource) = (chase.BusinessDays, chase.FollowUps, chase.Source.Trim());
        (agency.LiaisonContact, agency.Source, agency.VerifiedOn) = (Blank(command.LiaisonContact), command.Source!.Trim(), command.VerifiedOn);
    }

    private static string? Words(object? value) => value is DateOnly day ? day.ToString("yyyy-MM-dd") : value?.ToString();

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
