using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Sets up the letterhead of letters to agencies, and whether a second person reads them before they go out.</summary>
public sealed class SaveLetterhead(PortalDb db, TimeProvider clock)
{
    /// <summary>The most characters of the office's own lines.</summary>
    public const int MaxLength = 400;

    /// <summary>The settings.</summary>
    /// <param name="Version">The office as the form saw it; null when that doesn't matter.</param>
    /// <param name="Lines">The office's own lines; null for none.</param>
    /// <param name="ReviewsLetters">Whether a second person reads every letter.</param>
    public sealed record Command(int? Version, string? Lines, bool ReviewsLetters)
    {
        /// <summary>A new seal, PNG or JPEG; null keeps the one there is.</summary>
        public byte[]? Seal { get; init; }

        /// <summary>Whether the seal is taken away.</summary>
        public bool WithoutSeal { get; init; }
    }

    /// <summary>Saves them.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.SetUpOffice) is { } refusal)
            return refusal;
        if (await db.Set<Office>().SingleOrDefaultAsync(cancellation) is not { } office)
            return new Outcome.Refused("Set up the office first.");
        if (command.Version is { } seen && seen != office.Version)
            return new Outcome.Stale();
        var lines = string.IsNullOrWhiteSpace(command.Lines) ? null : command.Lines.Trim();
        if (TextLength.Of(lines) > MaxLength)
            return new Outcome.Refused("Enter 400 characters or fewer.");
        if (command.Seal is { } picture
            && (picture.Length > LetterheadSeal.MostBytes || PrintablePicture.Read(picture) is not { Width: <= LetterheadSeal.MostPixels, Height: <= LetterheadSeal.MostPixels }))
            return new Outcome.Refused("Choose a PNG or JPEG picture of 500 KB or less, at most 1,000 pixels wide and high.");
        var now = clock.GetUtcNow().UtcDateTime;
        var seal = await db.Set<LetterheadSeal>().SingleOrDefaultAsync(cancellation);
        var sealChanged = command.Seal is not null || (command.WithoutSeal && seal is not null);
        if ((office.LetterheadLines, office.ReviewsLetters) == (lines, command.ReviewsLetters) && !sealChanged)
            return Outcome.Done;
        (office.LetterheadLines, office.ReviewsLetters, office.ChangedAt) = (lines, command.ReviewsLetters, now);
        if (command.Seal is { } chosen)
        {
            if (seal is null)
                db.Add(new LetterheadSeal { Picture = chosen });
            else
                seal.Picture = chosen;
        }
        else if (command.WithoutSeal && seal is not null)
            db.Remove(seal);
        db.Record(this, now, actor, null, new LetterheadChanged(command.ReviewsLetters) { NewSeal = sealChanged });
        return await db.CommitAsync(cancellation);
    }
}
