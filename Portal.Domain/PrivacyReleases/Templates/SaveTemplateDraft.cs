using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Saves a template draft. It may be incomplete; only publishing requires it to be complete.</summary>
public sealed class SaveTemplateDraft(PortalDb db, TimeProvider clock)
{
    /// <summary>The most clauses a template can have.</summary>
    public const int MostClauses = 60;

    /// <summary>The longest title or heading, in characters.</summary>
    public const int LongestHeading = 200;

    /// <summary>The longest clause text, in characters.</summary>
    public const int LongestText = 4_000;

    /// <summary>The draft as entered, and the version the page showed.</summary>
    public sealed record Command(string Code, int Version, TemplateWording Words, string? Source, DateOnly? VerifiedOn);

    /// <summary>Saves the draft. Records nothing when nothing changed.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        var draft = await db.Set<ReleaseTemplate>().SingleOrDefaultAsync(t => t.Code == command.Code, cancellation);
        if (draft is null)
            return new Outcome.NotFound();
        if (draft.Version != command.Version)
            return new Outcome.Stale();
        var now = clock.GetUtcNow().UtcDateTime;
        if (FindProblem(command, DateOnly.FromDateTime(now)) is { } problem)
            return problem;
        (draft.Wording, draft.Source, draft.VerifiedOn) = (TemplateJson.Write(Trim(command.Words)), command.Source!.Trim(), command.VerifiedOn);
        if (!db.Entry(draft).Properties.Any(p => p.IsModified))
            return Outcome.Done;
        db.Record(this, now, actor, null, new TemplateDraftSaved(draft.Code, draft.Version + 1));
        return await db.CommitAsync(cancellation);
    }

    private static Outcome? FindProblem(Command command, DateOnly today)
    {
        var words = command.Words;
        if (!TextLength.Fits(command.Source, 500))
            return new Outcome.Refused("Enter the template's source, up to 500 characters.");
        if (command.VerifiedOn > today.AddDays(1))
            return new Outcome.Refused("The date of the last check can't be in the future.");
        if (words.Clauses.Count is 0 or > MostClauses)
            return new Outcome.Refused("Include from 1 to {0} clauses in the template.", MostClauses);
        if (Longest(words.Clauses.Select(c => c.Heading).Append(words.Title)) > LongestHeading)
            return new Outcome.Refused("Shorten titles and headings to {0} characters or fewer.", LongestHeading);
        if (Longest(words.Clauses.Select(c => c.Text)) > LongestText)
            return new Outcome.Refused("Shorten the clause to {0} characters or fewer in each language.", LongestText);
        return words.Clauses.DistinctBy(c => c.Key).Count() < words.Clauses.Count || words.Clauses.Any(c => string.IsNullOrWhiteSpace(c.Key))
            ? throw new ArgumentException("Give each clause its own key.", nameof(command))
            : null;
    }

    private static int Longest(IEnumerable<Bilingual> texts) => texts.Max(t => Math.Max(TextLength.Of(t.En), TextLength.Of(t.Es)));

    private static TemplateWording Trim(TemplateWording words) => new(
        Trim(words.Title), [.. words.Clauses.Select(c => c with { Heading = Trim(c.Heading), Text = Trim(c.Text) })]);

    private static Bilingual Trim(Bilingual text) => new(Trim(text.En), Trim(text.Es));

    private static string Trim(string text) => text.Trim().ReplaceLineEndings("\n");
}
