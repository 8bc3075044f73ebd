using System.Text;
using System.Text.Json;
using Portal.Domain.Platform.Activity;

namespace Portal.Tests.Snapshots;

/// <summary>The JSON of every event: stored events must stay readable forever.</summary>
public sealed class EventSnapshots
{
    [Fact]
    public void Events_are_serialized_as_approved()
    {
        var text = new StringBuilder();
        foreach (var type in Samples.Of(typeof(IEvent)))
            text.Append(type.Name).Append(' ').AppendLine(JsonSerializer.Serialize(Samples.Make(type), type, EventJson.Options));
        Snapshot.Matches("events.txt", text.ToString());
    }

    [Fact]
    public void Approved_events_can_still_be_read()
    {
        var types = Samples.Of(typeof(IEvent)).ToDictionary(t => t.Name);
        foreach (var line in File.ReadLines(Path.Combine(Architecture.Repository.Root, "Portal.Tests/Snapshots/Approved/events.txt")))
        {
            var (name, json) = (line.Split(' ', 2)[0], line.Split(' ', 2)[1]);
            Assert.Equal(Samples.Make(types[name]), JsonSerializer.Deserialize(json, types[name], EventJson.Options));
        }
    }

    [Fact]
    public void No_two_events_have_the_same_name() =>
        Assert.Empty(Samples.Of(typeof(IEvent)).GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key));
}
