using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Domain.Knowledge;

/// <summary>Adds a procedure or changes one. Changed words have to be checked again.</summary>
public sealed class SaveProcedure(PortalDb db, TopicCatalog topics, TimeProvider clock)
{
    /// <summary>The procedure's id, created with the form, and its texts.</summary>
    /// <param name="Version">The version the form was made from; null for a new one.</param>
    public sealed record Command(Guid Id, int? Version, ProcedureCard Card);

    /// <summary>Saves it. Saving the same texts twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        var card = command.Card.Cleaned();
        if (Broken(card) is { } sentence)
            return new Outcome.Refused(sentence);
        var known = (await topics.AllAsync(cancellation)).Select(t => t.Code).ToHashSet();
        if (card.Topics.FirstOrDefault(t => !known.Contains(t)) is { } unknown)
            return new Outcome.Refused("There's no topic with the code {0}.", unknown);
        var procedure = await db.Set<Procedure>().SingleOrDefaultAsync(p => p.Id == command.Id, cancellation);
        if (procedure is null ? command.Version is not null : procedure.RetiredAt is not null)
            return new Outcome.NotFound();
        if (procedure is not null && procedure.Card == card)
            return Outcome.Done;
        if (procedure is not null && procedure.Version != command.Version)
            return new Outcome.Stale();
        if (procedure is null)
            db.Add(new Procedure { Id = command.Id, Card = card });
        else
            procedure.Change(card);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ProcedureSaved(command.Id, procedure is null));
        return await db.CommitAsync(cancellation);
    }

    private static string? Broken(ProcedureCard card) => card switch
    {
        { Title.Length: 0 } => "Enter a title.",
        { Body.Length: 0 } => "Enter the text.",
        { TitleEs: null, BodyEs: not null } or { TitleEs: not null, BodyEs: null } => "Enter both the title and the text in Spanish, or leave both blank.",
        _ when new[] { card.Title, card.TitleEs, card.Source }.Any(line => TextLength.Of(line) > ProcedureCard.LongestLine) => "Shorten the title or the source to 200 characters or fewer.",
        _ when new[] { card.Body, card.BodyEs }.Any(text => TextLength.Of(text) > ProcedureCard.LongestBody) => "Shorten the text to 20,000 characters or fewer.",
        _ => null,
    };
}
