using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Cases;

/// <summary>Changes what staff have to know before they contact the person, and the word that both agreed on for calls.</summary>
public sealed class ChangeAccommodation(PortalDb db, TimeProvider clock)
{
    /// <summary>The longest of both texts, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>The case as the form saw it; null or empty for nothing.</summary>
    public sealed record Command(Guid CaseId, int? Version, string? BeforeContact, string? CallWord);

    /// <summary>Changes them.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var (before, word) = (Clean(command.BeforeContact), Clean(command.CallWord));
        if (TextLength.Of(before) > MaxLength || TextLength.Of(word) > MaxLength)
            return new Outcome.Refused("Shorten this to 300 characters or fewer.");
        if (@case.BeforeContact?.Text == before && @case.CallWord?.Text == word)
            return Outcome.Done;
        (@case.BeforeContact, @case.CallWord) = (before, word);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new AccommodationChanged());
        return await db.CommitAsync(cancellation);
    }

    /// <summary>A text on one line; null for none.</summary>
    internal static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Line(text);
}
