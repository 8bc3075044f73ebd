using Portal.Domain.Intake;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Demo;

/// <summary>Drafts that only wait to be sent, so that sending them can be measured.</summary>
public sealed class BenchDrafts(SaveDraft save, Calendars calendars, TimeProvider clock)
{
    /// <summary>Makes them and gives the tokens that open them.</summary>
    public async IAsyncEnumerable<string> MakeAsync(int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var story = SeedFile.Read<DemoStory[]>("demo-cases-benefits.json")[0];
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        for (var number = 0; number < count; number++)
        {
            var answers = DemoRequest.AnswersOf(story with { Name = $"Bench Person{number}" }, today);
            yield return ((SaveDraft.Saved)await save.ExecuteAsync(new(null, "en", _ => answers), Actor.Anonymous, cancellation)).Token;
        }
    }
}
