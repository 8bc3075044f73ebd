namespace Portal.Domain.Liaisons;

/// <summary>A contact proposed for a matter, and why.</summary>
/// <param name="Contact">The contact.</param>
public sealed record ContactChoice(AgencyContact Contact)
{
    /// <summary>Whether the directory says that it deals with the matter's topic.</summary>
    public bool ForTopic { get; init; }

    /// <summary>Whether the directory says that it serves the person's state.</summary>
    public bool ForState { get; init; }

    /// <summary>
    /// An agency's contacts for a matter, the best one first: one that names the topic before one that names the state, then one that
    /// serves everything. One that serves other topics or states only comes last, and one that hasn't been verified after one that has.
    /// </summary>
    public static IReadOnlyList<ContactChoice> Rank(IEnumerable<AgencyContact> contacts, string? topic, string? state, DateOnly today) =>
    [
        .. contacts.Select(c => new ContactChoice(c) { ForTopic = Names(c.Card.Topics, topic), ForState = Names(c.Card.States, state) })
            .OrderByDescending(c => Fit(c.Contact.Card.Topics, c.ForTopic) * 3 + Fit(c.Contact.Card.States, c.ForState) * 2)
            .ThenBy(c => c.Contact.IsStale(today))
            .ThenBy(c => c.Contact.Card.Place, StringComparer.OrdinalIgnoreCase)
            .ThenBy(c => c.Contact.Card.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(c => c.Contact.Id),
    ];

    /// <summary>Whether the directory says that it serves only other topics or states.</summary>
    public bool IsElsewhere => (Contact.Card.Topics.Count > 0 && !ForTopic) || (Contact.Card.States.Count > 0 && !ForState);

    private static bool Names(IReadOnlyList<string> list, string? code) => code is not null && list.Contains(code, StringComparer.OrdinalIgnoreCase);

    private static int Fit(IReadOnlyList<string> list, bool named) => named ? 1 : list.Count == 0 ? 0 : -2;
}
