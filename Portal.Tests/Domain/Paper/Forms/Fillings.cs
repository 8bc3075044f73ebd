using Portal.Domain.Paper.Forms;

namespace Portal.Tests.Domain.Paper.Forms;

/// <summary>Filled forms for tests that only read them.</summary>
internal static class Fillings
{
    public const string Code = "https://help.nunez.example.gov/release/aBcDeFgHiJkLmNoPqRsT";

    public static FormFilling Filling { get; } = new(PaperSamples.Fonts.Value);

    public static byte[] Fill(byte[] blank, params (string Name, FieldValue Value)[] values) => Filling.Fill(blank, Entries(values));

    public static FormEntries Entries(params (string Name, FieldValue Value)[] values) =>
        new("Consent, AB-1", "K7M2-9QXR-4", values.ToDictionary(v => v.Name, v => v.Value));

    public static FieldValue Text(string text) => new FieldValue.Text(text);

    public static FieldValue Tick(string? state) => new FieldValue.Tick(state);

    /// <summary>A value for every field.</summary>
    public static FormEntries Everything(FormShape shape) => new("Consent, AB-1", "K7M2-9QXR-4", shape.Fields.ToDictionary(
        f => f.Name,
        f => f.IsTick
            ? Tick(f.States is [var first, ..] ? first : null)
            : f.Kind == FieldKind.Signature ? new FieldValue.Signature("Łukasz")
            : Text("Łukasz")));

    /// <summary>Asserts that the form is complete, valid for qpdf, and has no fillable fields left.</summary>
    public static void Check(byte[] filled)
    {
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Run("qpdf", filled, "--check", "{}"));
        Assert.DoesNotContain("/AcroForm", PdfTools.Run("qpdf", filled, "--qdf", "--object-streams=disable", "{}", "-"));
    }
}
