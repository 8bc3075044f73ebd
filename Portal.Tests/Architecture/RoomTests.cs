using Mono.Cecil;
using Portal.Domain;

namespace Portal.Tests.Architecture;

/// <summary>A room (a top-level folder of Portal.Domain) may reference only rooms of a lower level. Read from the compiled assembly.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, int> Level = new()
    {
        ["Platform"] = 0,
        ["Paper"] = 0,
        ["Districts"] = 1,
        ["Constituents"] = 1,
        ["Agencies"] = 1,
        ["Offices"] = 2,
        ["Staff"] = 2,
        ["Topics"] = 2,
        ["Liaisons"] = 2,
        ["Resources"] = 2,
        ["Cases"] = 3,
        ["MassMail"] = 3,
        ["Facts"] = 3,
        ["Knowledge"] = 3,
        ["HelpRequests"] = 4,
        ["Routing"] = 4,
        ["Writing"] = 4,
        ["Tasks"] = 4,
        ["Documents"] = 5,
        ["Messages"] = 5,
        ["Calls"] = 6,
        ["Decisions"] = 6,
        ["Surges"] = 6,
        ["PrivacyReleases"] = 6,
        ["Inquiries"] = 7,
        ["Intake"] = 7,
        ["MailRoom"] = 8,
        ["Progress"] = 8,
        ["Search"] = 10,
        ["Retention"] = 9,
        ["Closing"] = 9,
        ["Corrections"] = 9,
        ["Updates"] = 9,
        ["Bulk"] = 10,
        ["Merging"] = 10,
        ["Desk"] = 11,
        ["Demo"] = 11,
        ["Reports"] = 12,
    };

    private static readonly IReadOnlyList<TypeUse> Uses = Read();

    [Fact]
    public void Every_room_has_a_level() =>
        Assert.All(Uses.SelectMany(u => new[] { u.From, u.To }).Distinct(), room => Assert.Contains(room, (IDictionary<string, int>)Level));

    [Fact]
    public void A_room_references_only_rooms_of_a_lower_level() =>
        Assert.Empty(Uses.Where(u => Level[u.To] >= Level[u.From]).Select(u => $"{u.From} → {u.To}: {u.Type} uses {u.Used}").Distinct());

    [Fact]
    public void References_in_method_bodies_are_seen() =>
        Assert.Contains(Uses, u => u is { From: "Closing", To: "Messages" });

    private sealed record TypeUse(string From, string To, string Type, string Used);

    private static List<TypeUse> Read()
    {
        using var module = ModuleDefinition.ReadModule(typeof(PortalDomain).Assembly.Location);
        return [.. module.GetTypes().Where(t => RoomOf(t) is not null).SelectMany(type => UsedTypes.By(type)
            .Where(used => RoomOf(used) is { } room && room != RoomOf(type))
            .Select(used => new TypeUse(RoomOf(type)!, RoomOf(used)!, type.FullName, used.FullName)).Distinct())];
    }

    // The database and the service registration are at the root and belong to no room.
    private static string? RoomOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace.Split('.') is ["Portal", "Domain", var room, ..] ? room : null;
    }
}
