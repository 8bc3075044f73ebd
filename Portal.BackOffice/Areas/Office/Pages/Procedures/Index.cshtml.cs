using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Knowledge;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.BackOffice.Areas.Office.Pages.Procedures;

/// <summary>How the office works on each kind of case.</summary>
public sealed class IndexModel(ProcedureList procedures, TopicCatalog topics, Calendars calendars, PageReader reader) : PageModel
{
    private Dictionary<string, TopicCard> _topics = [];

    /// <summary>Words to find.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>What was typed, as words to compare.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>The procedures that have all of them, by title.</summary>
    public IReadOnlyList<Procedure> Found { get; private set; } = [];

    /// <summary>Those that were retired, for staff who may restore them.</summary>
    public IReadOnlyList<Procedure> Retired { get; private set; } = [];

    /// <summary>Date formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>Whether the reader may write procedures.</summary>
    public bool MayWrite => reader.Actor.May(Permission.EditTemplates);

    /// <summary>The names of the topics it concerns.</summary>
    public string TopicsOf(Procedure procedure) => string.Join(" · ", procedure.Card.Topics.Where(_topics.ContainsKey).Select(t => _topics[t].Issue.In(reader.Text.Language)));

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _topics = (await topics.AllAsync(cancellation)).ToDictionary(t => t.Code);
        Dates = new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language);
        Words = [.. PlainText.Fold(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Found = [.. (await procedures.ReadAsync(reader.Text.Language, cancellation)).Where(HasWords)];
        Retired = MayWrite ? await procedures.RetiredAsync(reader.Text.Language, cancellation) : [];
    }

    private bool HasWords(Procedure procedure)
    {
        var text = PlainText.Fold($"{procedure.Card.TitleIn(reader.Text.Language)} {procedure.Card.BodyIn(reader.Text.Language)} {TopicsOf(procedure)}");
        return Words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}
