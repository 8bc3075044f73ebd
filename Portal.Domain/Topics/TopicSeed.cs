using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>Loads the topics that ship with this build. Never overwrites an office's changes.</summary>
public sealed class TopicSeed(PortalDb db, TopicCatalog.Cache cache)
{
    /// <summary>Adds the topics that are missing; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var rows = await db.Set<Topic>().ToListAsync(cancellation);
        var known = rows.Select(t => t.Code).ToHashSet();
        var cards = SeedFile.Read<TopicCard[]>("topics.json");
        db.AddRange(cards.Select((card, position) => new Topic
        {
            Code = card.Code,
            AgencyCode = card.Agency,
            Outcome = card.Outcome,
            Position = position,
            Card = JsonSerializer.Serialize(card, SeedFile.Json),
        }).Where(t => !known.Contains(t.Code)));
        var withParties = cards.Where(c => c.Parties is not null);
        foreach (var (topic, parties) in rows.Join(withParties, t => t.Code, c => c.Code, (t, c) => (t, c.Parties)))
            if (JsonSerializer.Deserialize<TopicCard>(topic.Card, SeedFile.Json)! is { Parties: null } card)
                topic.Card = JsonSerializer.Serialize(card with { Parties = parties }, SeedFile.Json);
        cache.Clear();
    }
}
