using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Demo;

/// <summary>The bound for sending a request: the same number of rows by prepared inserts, one writer, one durable transaction for each request.</summary>
public sealed class BenchInserts(PortalDb db, LoadCases load, MasterKeys keys, TimeProvider clock)
{
    /// <summary>Inserts the rows of so many requests and gives the time the database took. The rows stay.</summary>
    public async Task<TimeSpan> RunAsync(int requests, CancellationToken cancellation)
    {
        var facts = await load.FactsAsync((int)(clock.GetUtcNow().UtcTicks % int.MaxValue), cancellation);
        var work = Enumerable.Range(0, requests).Select(number => RowsOf(facts, number)).ToList();
        await using var bulk = await BulkInsert.BeginAsync(db, cancellation, smallCache: true);
        var start = TimeProvider.System.GetTimestamp();
        foreach (var rows in work)
        {
            foreach (var row in rows)
                await bulk.AddAsync(row, cancellation);
            await bulk.CommitAsync(cancellation);
        }

        return TimeProvider.System.GetElapsedTime(start);
    }

    // What SubmitRequest writes, and the session its page opens; the data key was written with the draft.
    private List<object> RowsOf(LoadFacts facts, int number)
    {
        var rows = new LoadCase(facts).WriteSubmitted(db, keys, clock, number).ToList();
        rows.AddRange(rows.OfType<ActivityEntry>().Select(entry => new UnsealedActivity { ActivityId = entry.Id }).ToList());
        rows.Add(new OutgoingMail { Id = facts.Random.Id(facts.Now), Kind = "Bench", Key = facts.Random.Text(40), Recipient = "bench@example.com", Language = "en", Payload = "{}", QueuedAt = facts.Now, SentAt = facts.Now });
        rows.Add(new Session { KeyHash = facts.Random.Text(43), SealedTicket = facts.Random.Text(400), ExpiresAt = facts.Now });
        return rows;
    }
}
