using Mono.Cecil;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Snapshots;

namespace Portal.Tests.Architecture;

/// <summary>docs/events.md lists which type records which events and queues which emails; this test keeps it accurate.</summary>
public sealed class EventsDocumentTests
{
    private const string Head = """
        # Events

        Which operation or job records which events, and which emails it queues. A test reads this table from the compiled code;
        to renew it, run `PORTAL_APPROVE=1 dotnet test --filter EventsDocument` and read the diff. The shape of each event is in
        `Portal.Tests/Snapshots/Approved/events.txt`: what was written once must stay readable.

        | Room | Operation or job | Events | Emails |
        |---|---|---|---|

        """;

    private sealed record Emission(string Room, string Type, string Emitted, bool IsMail);

    [Fact]
    public void The_event_table_matches_the_code()
    {
        var rows = Emissions(typeof(IEvent).Assembly.Location).Concat(Emissions(typeof(Translator).Assembly.Location))
            .GroupBy(e => (e.Room, e.Type)).OrderBy(g => g.Key.Room, StringComparer.Ordinal).ThenBy(g => g.Key.Type, StringComparer.Ordinal)
            .Select(g => $"| {g.Key.Room} | {g.Key.Type} | {Names(g, mails: false)} | {Names(g, mails: true)} |");
        Snapshot.MatchesFile(Path.Combine(Repository.Root, "docs", "events.md"), Head + string.Join('\n', rows));
    }

    private static string Names(IEnumerable<Emission> emissions, bool mails) =>
        string.Join(", ", emissions.Where(e => e.IsMail == mails).Select(e => e.Emitted).Distinct().Order(StringComparer.Ordinal));

    private static List<Emission> Emissions(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return [.. module.GetTypes().Where(t => !IsOne(Outer(t), nameof(IEvent)) && !IsOne(Outer(t), nameof(IMail)))
            .SelectMany(type => type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
                .Where(i => i.OpCode.Code == Mono.Cecil.Cil.Code.Newobj).Select(i => ((MethodReference)i.Operand).DeclaringType.Resolve())
                .Where(made => made is not null && (IsOne(made, nameof(IEvent)) || IsOne(made, nameof(IMail))))
                .Select(made => new Emission(RoomOf(Outer(type)), Outer(type).Name, made.Name, IsOne(made, nameof(IMail)))))];
    }

    private static bool IsOne(TypeDefinition type, string contract) => type.Interfaces.Any(i => i.InterfaceType.Name == contract);

    // Maps the state machine of an async method to its operation.
    private static TypeDefinition Outer(TypeDefinition type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static string RoomOf(TypeDefinition type) => type.Namespace.Split('.') is ["Portal", "Domain", var room, ..] ? room : "Portal.BackOffice";
}
