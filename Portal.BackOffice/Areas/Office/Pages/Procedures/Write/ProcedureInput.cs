using Portal.Domain.Knowledge;

namespace Portal.BackOffice.Areas.Office.Pages.Procedures.Write;

/// <summary>A procedure as typed.</summary>
public sealed class ProcedureInput
{
    /// <summary>The id of a new procedure.</summary>
    public Guid Key { get; set; }

    /// <summary>The version the form was made from.</summary>
    public int Version { get; set; }

    /// <inheritdoc cref="ProcedureCard.Title"/>
    public string? Title { get; set; }

    /// <inheritdoc cref="ProcedureCard.TitleEs"/>
    public string? TitleEs { get; set; }

    /// <inheritdoc cref="ProcedureCard.Body"/>
    public string? Body { get; set; }

    /// <inheritdoc cref="ProcedureCard.BodyEs"/>
    public string? BodyEs { get; set; }

    /// <inheritdoc cref="ProcedureCard.Topics"/>
    public List<string> Topics { get; set; } = [];

    /// <inheritdoc cref="ProcedureCard.Source"/>
    public string? Source { get; set; }

    /// <summary>The form for a procedure.</summary>
    public static ProcedureInput From(Procedure procedure) => new()
    {
        Version = procedure.Version,
        Title = procedure.Card.Title,
        TitleEs = procedure.Card.TitleEs,
        Body = procedure.Card.Body,
        BodyEs = procedure.Card.BodyEs,
        Topics = [.. procedure.Card.Topics],
        Source = procedure.Card.Source,
    };

    /// <summary>What was typed.</summary>
    public ProcedureCard ToCard() => new()
    {
        Title = Title ?? "",
        TitleEs = TitleEs,
        Body = Body ?? "",
        BodyEs = BodyEs,
        Topics = Topics,
        Source = Source,
    };
}
