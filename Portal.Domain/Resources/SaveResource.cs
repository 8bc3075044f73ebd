using Microsoft.EntityFrameworkCore;
using Portal.Domain.Districts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Resources;

/// <summary>Adds an organization to the office's library or changes what is known about one. Changed data has to be checked again.</summary>
public sealed class SaveResource(PortalDb db, TimeProvider clock)
{
    /// <summary>The organization's id, created with the form, and its data.</summary>
    /// <param name="Version">The version the form was made from; null for a new one.</param>
    public sealed record Command(Guid Id, int? Version, ResourceCard Card);

    /// <summary>Saves it. Saving the same data twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        var card = command.Card.Cleaned();
        if (Broken(card) is { } sentence)
            return new Outcome.Refused(sentence);
        var now = clock.GetUtcNow().UtcDateTime;
        var resource = await db.Set<OfficeResource>().SingleOrDefaultAsync(r => r.Id == command.Id, cancellation);
        if (resource is null && command.Version is not null)
            return new Outcome.NotFound();
        if (resource is null)
            db.Add(new OfficeResource { Id = command.Id, Card = card });
        else if (resource.Card == card)
            return Outcome.Done;
        else if (resource.Version != command.Version)
            return new Outcome.Stale();
        else
            resource.Change(card);
        db.Record(this, now, actor, null, new ResourceSaved(command.Id, resource is null));
        return await db.CommitAsync(cancellation);
    }

    private static string? Broken(ResourceCard card) => card switch
    {
        { Name.Length: 0 or > ResourceCard.MaxLine } or { NameEs.Length: > ResourceCard.MaxLine } => "Enter the name, in 200 characters or fewer.",
        { About.Length: 0 or > ResourceCard.MaxText } or { AboutEs.Length: 0 or > ResourceCard.MaxText } =>
            "Enter what they do in both languages, in 1,000 characters or fewer.",
        { Phone: null, Url: null, Address: null } => "Enter a phone number, a website, or an address.",
        { Phone.Length: > ResourceCard.MaxLine } or { Address.Length: > ResourceCard.MaxText } => "Shorten the phone number or the address.",
        { Url: { } url } when url.Length > ResourceCard.MaxLine || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") =>
            "Enter the website with https:// at its start.",
        { States: var states } when states.Any(s => !UsState.TryParse(s, out _)) => "Enter states as two-letter codes, such as CO, WY.",
        { States.Count: 0, Counties.Count: > 0 } => "Enter the state of the counties.",
        _ => null,
    };
}
