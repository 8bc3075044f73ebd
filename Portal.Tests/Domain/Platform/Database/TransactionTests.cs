using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Database;

public sealed class TransactionTests
{
    [Theory, OnBoth]
    public async Task A_save_inside_a_transaction_does_not_wait_for_a_writer_that_waits_for_the_transaction(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var begun = new TaskCompletionSource();
        var inside = office.ReadAsync(async db =>
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await AddAsync(db, "First");
                    begun.SetResult();
                    // Long enough for the other writer to wait for this one.
                    await Task.Delay(300);
                    await AddAsync(db, "Second");
                },
                default);
            return 0;
        });
        await begun.Task;
        var outside = Task.Run(() => office.ReadAsync(async db =>
        {
            await AddAsync(db, "Third");
            return 0;
        }));
        await Task.WhenAll(inside, outside).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(3, (await office.AllAsync<JobRun>()).Count);
    }

    [Theory, OnBoth]
    public async Task A_transaction_that_fails_leaves_nothing_and_lets_others_write(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => office.ReadAsync(async db =>
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await AddAsync(db, "First");
                    throw new InvalidTimeZoneException();
                },
                default);
            return 0;
        }));
        Assert.Empty(await office.AllAsync<JobRun>());
        await office.ReadAsync(async db =>
        {
            await AddAsync(db, "Second");
            return 0;
        }).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task AddAsync(PortalDb db, string job)
    {
        db.Add(new JobRun { Id = Guid.CreateVersion7(), Job = job, StartedAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync();
    }
}
