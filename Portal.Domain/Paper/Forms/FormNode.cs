using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>A place where a field appears on a page.</summary>
internal sealed record FormWidget(PdfDictionary Dictionary, FormPage Page, Box Box, string State);

/// <summary>A field, with its dictionary and those of the parents it inherits from.</summary>
internal sealed class FormNode(string name, IReadOnlyList<PdfDictionary> lineage, PdfDictionary form)
{
    private const int PushButton = 1 << 16, RadioButton = 1 << 15, FileName = 1 << 20;

    public string Name { get; set; } = name;

    public List<FormWidget> Widgets { get; } = [];

    public PdfDictionary Own => lineage[0];

    public string? Type => PdfValues.NameOf(Inherited("/FT"));

    public int Flags => PdfValues.WholeOf(Inherited("/Ff")) ?? 0;

    /// <summary>Null for a kind we can't fill.</summary>
    public FieldKind? Kind => Type switch
    {
        "Tx" when (Flags & FileName) == 0 => FieldKind.Text,
        "Btn" when (Flags & PushButton) == 0 => (Flags & RadioButton) == 0 ? FieldKind.CheckBox : FieldKind.Radio,
        "Ch" => FieldKind.Choice,
        "Sig" => FieldKind.Signature,
        _ => null,
    };

    public bool IsPushButton => Type == "Btn" && Kind is null;

    public bool IsSigned => Type == "Sig" && Inherited("/V") is PdfDictionary;

    /// <summary>The value from the field or from the nearest parent that has it.</summary>
    public PdfItem? Inherited(string key) => lineage.Select(level => level.At(key)).FirstOrDefault(item => item is not null);

    /// <summary>The same, falling back to the form's default.</summary>
    public PdfItem? InheritedOrCommon(string key) => Inherited(key) ?? form.At(key);

    public FormField Describe(int number)
    {
        var kind = Kind!.Value;
        var limit = kind == FieldKind.Text && PdfValues.WholeOf(Inherited("/MaxLen")) is { } most and > 0 and <= 10_000 ? most : (int?)null;
        var multiline = kind == FieldKind.Text && HasFlag(13);
        return new FormField(number, Name, kind)
        {
            Tooltip = Shortened(PdfValues.TextOf(Inherited("/TU"))),
            Required = HasFlag(2),
            Multiline = multiline,
            MaxLength = limit,
            Comb = limit is not null && HasFlag(25) && !multiline && !HasFlag(14) && !HasFlag(21),
            Editable = kind == FieldKind.Choice && HasFlag(18) && HasFlag(19),
            Options = kind == FieldKind.Choice ? [.. Options()] : [],
            States = kind is FieldKind.CheckBox or FieldKind.Radio ? [.. Widgets.Select(w => w.State).Distinct()] : [],
            Places = [.. Widgets.Select(w => w.Page.PlaceOf(w.Box, kind is FieldKind.CheckBox or FieldKind.Radio ? w.State : null))],
        };
    }

    /// <summary>The bit position counts from 1, as in the PDF standard.</summary>
    public bool HasFlag(int position) => (Flags & (1 << (position - 1))) != 0;

    public IEnumerable<FieldOption> Options() => (Inherited("/Opt") as PdfArray).Items().Take(500).Select(item => item switch
    {
        PdfArray pair when pair.Items().Select(PdfValues.TextOf).ToList() is [{ } value, { } text, ..] => new FieldOption(value, text),
        _ => PdfValues.TextOf(item) is { } only ? new FieldOption(only, only) : null,
    }).OfType<FieldOption>();

    private static string? Shortened(string? text) => text is { Length: > 500 } ? text[..500] : text;
}
