using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Agencies;

/// <summary>One field of an agency before and after a change.</summary>
public sealed record AgencyFieldChange(string Field, string? From, string? To);

/// <summary>An agency's data changed; keeps the old values.</summary>
public sealed record AgencyChanged(string Code, IReadOnlyList<AgencyFieldChange> Changes) : IEvent;

/// <summary>Changes an agency's rules. Signed releases keep the rules they were signed under.</summary>
public sealed class SaveAgency(PortalDb db, TimeProvider clock)
{
    private const int MostDays = 3_650;
    private const int MostFollowUps = 50;

    /// <summary>The agency's new values, and the version the form was made from.</summary>
    public sealed record Command(string Code, int Version)
    {
        /// <summary>What the agency requires of a release.</summary>
        public required AgencyReleaseRules Rules { get; init; }

        /// <summary>What signers need to know, in English.</summary>
        public string? PublicNote { get; init; }

        /// <summary>The same in Spanish.</summary>
        public string? PublicNoteEs { get; init; }

        /// <summary>What staff need to know, in English.</summary>
        public string? Notes { get; init; }

        /// <summary>The same in Spanish.</summary>
        public string? NotesEs { get; init; }

        /// <summary>Business days within which the agency says it acknowledges; null when it publishes no time.</summary>
        public required int? AcknowledgmentDays { get; init; }

        /// <summary>Business days until an interim answer; null when it publishes no time.</summary>
        public required int? InterimDays { get; init; }

        /// <summary>Business days until a final answer; null when it publishes no time.</summary>
        public required int? FinalDays { get; init; }

        /// <summary>How the office follows up on a late answer; null leaves it unchanged.</summary>
        public FollowUpPattern? FollowUps { get; init; }

        /// <summary>The source of the rules.</summary>
        public required string? Source { get; init; }

        /// <summary>When someone last verified the rules.</summary>
        public DateOnly? VerifiedOn { get; init; }
    }

    /// <summary>Saves the agency. Records nothing if nothing changed.</summary>
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
        if ((Broken(command, DateOnly.FromDateTime(now)) ?? command.Rules.Broken()) is { } sentence)
            return new Outcome.Refused(sentence);
        Apply(command, agency);
        var entry = db.Entry(agency);
        var changes = entry.Properties.Concat(entry.ComplexProperty(a => a.Rules).Properties)
            .Where(p => p.IsModified && p.Metadata.Name != nameof(Agency.Version))
            .Select(p => new AgencyFieldChange(p.Metadata.Name, TextOf(p.OriginalValue), TextOf(p.CurrentValue)))
            .Where(c => c.From != c.To).ToList();
        if (changes.Count == 0)
            return Outcome.Done;
        db.Record(this, now, actor, null, new AgencyChanged(agency.Code, changes));
        return await db.CommitAsync(cancellation);
    }

    private static string? Broken(Command command, DateOnly today) => command switch
    {
        { Source: var source } when string.IsNullOrWhiteSpace(source) => "Enter the source of the rule.",
        { FollowUps.Source: var source } when string.IsNullOrWhiteSpace(source) => "Enter the source of the follow-up schedule.",
        { FollowUps: { BusinessDays: < 1 or > MostDays } or { FollowUps: < 0 or > MostFollowUps } } =>
            "Enter at least 1 day between follow-ups and no more than 50 follow-ups.",
        { VerifiedOn: { } day } when day > today.AddDays(1) => "The date of the last check can't be in the future.",
        { AcknowledgmentDays: < 0 or > MostDays } or { InterimDays: < 0 or > MostDays } or { FinalDays: < 0 or > MostDays } =>
            "Enter days as whole numbers from 0 to 3,650, or leave them blank.",
        { PublicNote.Length: > 1000 } or { PublicNoteEs.Length: > 1000 } => "What signers need to know can have up to 1,000 characters.",
        { PublicNote: var english, PublicNoteEs: var spanish } when string.IsNullOrWhiteSpace(english) != string.IsNullOrWhiteSpace(spanish) =>
            "Enter what signers need to know in both languages.",
        _ => null,
    };

    private static void Apply(Command command, Agency agency)
    {
        agency.Rules = command.Rules.Cleaned();
        (agency.PublicNote, agency.PublicNoteEs) = (AgencyReleaseRules.Blank(command.PublicNote), AgencyReleaseRules.Blank(command.PublicNoteEs));
        (agency.Notes, agency.NotesEs) = (AgencyReleaseRules.Blank(command.Notes), AgencyReleaseRules.Blank(command.NotesEs));
        (agency.AcknowledgmentDays, agency.InterimDays, agency.FinalDays) =
            (command.AcknowledgmentDays, command.InterimDays, command.FinalDays);
        if (command.FollowUps is { } pattern)
            (agency.FollowUpDays, agency.FollowUpsBeforeEscalation, agency.FollowUpSource) =
                (pattern.BusinessDays, pattern.FollowUps, pattern.Source.Trim());
        (agency.Source, agency.VerifiedOn) = (command.Source!.Trim(), command.VerifiedOn);
    }

    private static string? TextOf(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd"),
        IEnumerable<string> names => string.Join(',', names),
        _ => value?.ToString(),
    };
}
