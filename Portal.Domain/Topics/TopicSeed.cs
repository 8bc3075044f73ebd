using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>Loads the topics this build knows. What an office changed stays as it is.</summary>
public sealed class TopicSeed(PortalDb db, TopicCatalog.Shelf shelf)
{
    /// <summary>Adds the topics that are missing; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = (await db.Set<Topic>().Select(t => t.Code).ToListAsync(cancellation)).ToHashSet();
        var cards = SeedFile.Read<TopicCard[]>("topics.json");
        db.AddRange(cards.Select((card, position) => new Topic
        {
            Code = card.Code,
            AgencyCode = card.Agency,
            Outcome = card.Outcome,
            Position = position,
            Card = JsonSerializer.Serialize(card, TopicCatalog.Json),
        }).Where(t => !known.Contains(t.Code)));
        shelf.Clear();
    }
}
