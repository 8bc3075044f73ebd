using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;
using Portal.Domain.Resources;
using Portal.Domain.Topics;

namespace Portal.Domain.Facts;

/// <summary>Reads every fact an office relies on, with its source and who verified it. A few hundred.</summary>
public sealed class FactList(PortalDb db, AgencyFacts agencyFacts, TopicCatalog topics)
{
    /// <summary>All facts, by agency, kind, and order.</summary>
    public async Task<IReadOnlyList<Fact>> ReadAsync(CancellationToken cancellation)
    {
        var checks = await db.Set<FactCheck>().AsNoTracking().ToDictionaryAsync(c => (c.Kind, c.Code), cancellation);
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => a.Code != Agency.NotFederal).OrderBy(a => a.Code).ToListAsync(cancellation);
        var periods = await db.Set<AppealPeriod>().AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancellation);
        var channels = await db.Set<AgencyChannel>().AsNoTracking().OrderBy(c => c.Position).ToListAsync(cancellation);
        var known = periods.ToDictionary(p => p.Code, p => p.Read());
        Fact[] all =
        [
            .. agencies.Select(Of), .. periods.Select(p => Of(known[p.Code])), .. channels.Select(c => Of(c.Read(), c.Card)),
            .. (await topics.AllAsync(cancellation)).Select(t => Of(t, known)), .. Resource.All.Select(Of),
        ];
        return [.. all.Select(f => checks.GetValueOrDefault((f.Kind, f.Code)) is { } check && check.Sha256 == f.Sha256
            ? f with { VerifiedOn = check.CheckedOn, VerifiedById = check.ById }
            : f)];
    }

    /// <summary>The deadlines of a topic.</summary>
    public async Task<IReadOnlyList<Deadline>> DeadlinesAsync(TopicCard? topic, CancellationToken cancellation)
    {
        var periods = await agencyFacts.PeriodsAsync(topic?.Deadlines ?? [], cancellation);
        if (periods.Count == 0)
            return [];
        var codes = periods.Select(p => p.Code).ToList();
        var checks = await db.Set<FactCheck>().AsNoTracking()
            .Where(c => c.Kind == FactKind.AppealPeriod && codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, cancellation);
        return [.. periods.Select(p => new Deadline(p, checks.GetValueOrDefault(p.Code) is { } check && check.Sha256 == HashOf(p) ? check.CheckedOn : null))];
    }

    private static string HashOf(AppealPeriodCard period) => FactCheck.HashOf(JsonSerializer.Serialize(period, SeedFile.Json));

    private static Bilingual Same(string text) => new(text, text);

    private static Fact Of(Agency agency)
    {
        var rules = agency.Rules;
        Bilingual?[] statements =
        [
            agency.PublicNote is { } note ? new(note, agency.PublicNoteEs ?? note) : null,
            Same($"{rules.Signature}{(rules.Form is { } form ? $" · {form}" : "")} · {string.Join(", ", rules.RequiredIdentifiers)}"),
            Same(agency.PublishedDays),
            agency.Notes is { } staff ? new(staff, agency.NotesEs ?? staff) : null,
        ];
        return new(FactKind.Agency, agency.Code, agency.Code, FactCheck.HashOf($"{agency.Code}/{agency.Version}"))
        {
            Title = new(agency.Name, agency.NameEs),
            Statements = [.. statements.OfType<Bilingual>()],
            Source = agency.Source,
            VerifiedOn = agency.VerifiedOn,
        };
    }

    private static Fact Of(AppealPeriodCard period) => new(FactKind.AppealPeriod, period.Code, period.Agency, HashOf(period))
    {
        Title = period.What,
        Statements =
        [
            period.Starts is { } starts ? new($"{period.Period.En} · {starts.En}", $"{period.Period.Es} · {starts.Es}") : period.Period,
            .. new[] { period.Form, period.Note }.OfType<string>().Select(Same),
        ],
        Source = period.Citation,
        SourceUrl = period.SourceUrl,
    };

    private static Fact Of(AgencyChannelCard channel, string card) => new(FactKind.Channel, channel.Code, channel.Agency, FactCheck.HashOf(card))
    {
        Title = Same(channel.Unit),
        Statements =
        [
            .. new[] { channel.Channel, channel.Needs, channel.Acknowledgment, channel.Interim, channel.Final, channel.Rule }
                .OfType<string>().Select(Same),
        ],
        Source = channel.Note ?? "–",
        SourceUrl = channel.SourceUrl,
    };

    private static Fact Of(TopicCard topic, Dictionary<string, AppealPeriodCard> periods) => new(
        FactKind.Topic, topic.Code, topic.Agency == Agency.NotFederal ? null : topic.Agency,
        FactCheck.HashOf(JsonSerializer.Serialize(topic, SeedFile.Json)))
    {
        Title = topic.Issue,
        Statements =
        [
            topic.Explanation,
            .. topic.Deadlines.Where(periods.ContainsKey).Select(d => periods[d]).Select(p => new Bilingual(
                $"{p.What.En}: {p.Period.En}", $"{p.What.Es}: {p.Period.Es}")),
            .. topic.Release?.Form is { } form and not MatterRules.NoForm ? [Same(form)] : Array.Empty<Bilingual>(),
        ],
        Source = topic.LabelId is { } label ? $"House taxonomy: {label}" : "–",
    };

    private static Fact Of(Resource resource) => new(FactKind.Resource, resource.Code, null, FactCheck.HashOf(JsonSerializer.Serialize(resource, SeedFile.Json)))
    {
        Title = resource.Name,
        Statements = [resource.About, .. new[] { resource.Phone }.OfType<string>().Select(Same)],
        Source = resource.Source,
        SourceUrl = resource.Url,
    };
}
