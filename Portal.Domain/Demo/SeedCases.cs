using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;
using Portal.Domain.Topics;

namespace Portal.Domain.Demo;

/// <summary>
/// Fills a database with many made-up cases, nine in ten of them closed, to test the site with decades of an office's data.
/// The same seed gives the same cases, except for keys and nonces, which are always random. The site must not run at the
/// same time, because this also writes the hash chain of the activity record.
/// </summary>
public sealed class SeedCases(
    PortalDb db, MasterKeys keys, BlindIndex index, TopicCatalog topics, Calendars calendars, OfficePractice practice, TimeProvider clock)
{
    private const int Batch = 1_000;

    /// <summary>How many cases to add, and the random seed.</summary>
    /// <param name="Progress">Called after each batch with the number of cases added so far.</param>
    public sealed record Command(int Cases, int Seed, Action<int> Progress);

    /// <summary>Adds the cases, a thousand at a time.</summary>
    public async Task RunAsync(Command command, CancellationToken cancellation)
    {
        // Varies the seed on a second run, because the same case references would collide.
        var before = await db.Set<Case>().CountAsync(cancellation);
        var facts = await FactsAsync(unchecked((command.Seed * 1_000_003) + before), cancellation);
        var last = await db.Set<ActivitySeal>().OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellation);
        var chain = (Sequence: last?.Sequence ?? 0, Hash: last?.Hash ?? ActivityChain.Origin);
        await using var bulk = await BulkInsert.BeginAsync(db, cancellation);
        for (var done = 0; done < command.Cases;)
        {
            for (var size = Math.Min(Batch, command.Cases - done); size > 0; size--, done++)
                foreach (var row in new MadeUpCase(facts, index).Write(db, keys, clock, before + done))
                {
                    await bulk.AddAsync(row, cancellation);
                    if (row is not ActivityEntry entry)
                        continue;
                    chain = (chain.Sequence + 1, ActivityChain.Link(chain.Hash, chain.Sequence + 1, entry));
                    var seal = new ActivitySeal { Sequence = chain.Sequence, ActivityId = entry.Id, Hash = chain.Hash, SealedAt = facts.Now };
                    await bulk.AddAsync(seal, cancellation);
                }

            await bulk.CommitAsync(cancellation);
            command.Progress(done);
        }
    }

    /// <summary>Gathers what all cases of this run share.</summary>
    private async Task<MadeUpFacts> FactsAsync(int seed, CancellationToken cancellation)
    {
        var staff = await db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.DisabledAt == null)
            .OrderBy(s => s.NormalizedEmail)
            .ToListAsync(cancellation);
        return new(
            new SeededRandom(seed),
            clock.GetUtcNow().UtcDateTime,
            await calendars.ReadAsync(cancellation),
            await practice.OfficeAsync(cancellation),
            [.. (await topics.AllAsync(cancellation)).Where(t => t.Outcome == TopicOutcome.Casework)],
            [.. staff.Where(s => s.WorksCases).Select(s => s.Id)]);
    }
}

/// <summary>What all made-up cases share.</summary>
internal sealed record MadeUpFacts(
    SeededRandom Random, DateTime Now, OfficeCalendar Calendar, Office? Office, IReadOnlyList<TopicCard> Topics, IReadOnlyList<Guid> Caseworkers);
