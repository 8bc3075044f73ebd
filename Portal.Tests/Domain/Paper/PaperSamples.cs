using Portal.Domain.Paper;
using Portal.Domain.Paper.Fonts;

namespace Portal.Tests.Domain.Paper;

/// <summary>Documents like those the office prints, with fictional people.</summary>
internal static class PaperSamples
{
    public static readonly DateTime Issued = new(2026, 6, 3, 14, 30, 0, DateTimeKind.Utc);

    public static readonly Lazy<FontFiles> Fonts = new(() =>
        Environment.GetEnvironmentVariable("PORTAL_FONTS") is { Length: > 0 } folder ? new FontFiles(folder) : FontFiles.Locate());

    public static PaperPrinter Printer => new(Fonts.Value);

    public static PaperDocument Of(params PaperBlock[] blocks) => new("A paper", "en", "REF-1", Issued, blocks);

    public static PaperDocument Release { get; } = new(
        "Authorization to disclose information",
        "en",
        "K7M2-9QXR-4",
        Issued,
        [
            new Paragraph(
                "I ask the office named below to look into my case, and I allow the agency named below to give it the information it needs to do so."),
            new Heading(2, "Who this is about"),
            new Fields(
            [
                new Field("Name", "María José Núñez-Ó Súilleabháin"),
                new Field("Other names used", "Mary Jo Nunez"),
                new Field("Date of birth", "April 9, 1984"),
                new Field("Place of birth", "Cochabamba, Bolivia"),
                new Field("Address", "1200 Example Avenue, Apartment 14B\nSpringfield, ST 00000"),
                new Field("Alien registration number", "A •••-•••-123"),
            ]),
            new Heading(2, "What may be disclosed, and to whom"),
            new Fields(
            [
                new Field("Agency that may disclose", "U.S. Citizenship and Immigration Services"),
                new Field("Who may receive it", "Representative Jane Example and the staff of her office"),
                new Field(
                    "Records",
                    "The status of my Form I-130, the notices sent to me about it, and the reasons for any delay. Nothing else from my file may be disclosed under this authorization."),
                new Field("Purpose", "To answer my request for help of May 30, 2026"),
                new Field("Expires", "When the case is closed, at the latest on June 3, 2027"),
            ]),
            new Heading(2, "What you should know"),
            new Bullets(
            [
                "You may withdraw this authorization at any time, in writing or on the status page. What was disclosed before stays disclosed.",
                "The office is not covered by the Privacy Act. It keeps your information apart from its other mail and only the people working on your case may read it.",
                "Asking for another person’s records under false pretenses is a crime (5 U.S.C. 552a(i)(3)).",
            ]),
            new Heading(2, "Declaration"),
            new Paragraph("I declare under penalty of perjury that the foregoing is true and correct.") { Strong = true },
            new SignatureBlock("María José Núñez-Ó Súilleabháin", "", "Executed on June 3, 2026, signed electronically"),
            new Rule(),
            new QrCode(
                "https://portal.example/verify/K7M2-9QXR-4",
                "This paper carries an electronic seal. Scan the code, or go to portal.example/verify and give the reference K7M2-9QXR-4, to see whether your copy is unchanged."),
            new Heading(3, "For a guardian"),
            new BlankLine("Signature of the guardian"),
            new BlankLine("Date"),
        ])
    {
        Issuer = "Office of Representative Jane Example",
        IssuerDetail = "Example District of a State · 100 Example House Office Building, Washington, DC 20515 · (202) 555-0100",
        CornerCode = "https://portal.example/p/K7M2-9QXR-4",
    };

    public static PaperDocument Spanish => Release with
    {
        Title = "Autorización para divulgar información",
        Language = "es",
        Blocks = [new Paragraph("¿Quién firmó? La señora Muñoz Güell, en el año 2026, ¡con corazón!")],
    };

    public static PaperDocument TenPages => Of([.. Enumerable.Range(1, 60).SelectMany(n => new PaperBlock[]
    {
        new Heading(2, $"Section {n}"),
        new Paragraph(string.Concat(Enumerable.Repeat($"Sentence of section {n} that fills the page with words. ", 14))),
    })]);
}
