using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Load;

/// <summary>Requests sent through the real operations, and the rows each one wrote.</summary>
internal static class SentRequests
{
    /// <summary>A completed draft in the demonstration office's district; each number is a different person.</summary>
    public static RequestAnswers Of(string number) => Answers.Complete("ssa-overpayment") with
    {
        Person = new()
        {
            FirstName = "Bench",
            LastName = $"Person{number}",
            BornOn = new DateOnly(1951, 4, 8),
            Email = $"bench.person{number}@example.com",
            Phone = "303-555-0142",
        },
        Address = new() { Line1 = "1420 Ford Street", City = "Golden", State = "CO", Zip = "80401" },
        OtherOffice = false,
        DocumentsSeen = true,
    };

    /// <summary>The rows of each request, in an order that foreign keys allow. Fills a separate database to get them.</summary>
    public static async Task<List<List<object>>> RowsAsync(int count)
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var requests = new List<List<object>>();
        for (var number = 0; number < count; number++)
            requests.Add(await office.WithAsync<IServiceProvider, List<object>>(services => SendAsync(services, $"{Guid.CreateVersion7():N}")));
        return requests;
    }

    private static async Task<List<object>> SendAsync(IServiceProvider services, string number)
    {
        var db = services.GetRequiredService<PortalDb>();
        var rows = new HashSet<object>();
        db.SavingChanges += (_, _) => rows.UnionWith(
            db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added && !e.Metadata.IsOwned()).Select(e => e.Entity));
        var draft = (SaveDraft.Saved)await services.GetRequiredService<SaveDraft>().ExecuteAsync(new(null, "en", _ => Of(number)), Actor.Anonymous, default);
        Assert.IsType<SubmitRequest.Submitted>(await services.GetRequiredService<SubmitRequest>()
            .ExecuteAsync(new(draft.Token, null), Actor.Anonymous, default));
        // The page saves the new session with the case.
        rows.Add(new Session { KeyHash = SecretCode.NewToken(), SealedTicket = new string('x', 400), ExpiresAt = DateTime.UnixEpoch });
        return [.. rows.OrderBy(row => Depth(db.Model.FindEntityType(row.GetType())!))];
    }

    private static int Depth(IEntityType type) =>
        type.GetForeignKeys().Where(key => key.PrincipalEntityType != type).Select(key => 1 + Depth(key.PrincipalEntityType)).DefaultIfEmpty(0).Max();
}
