using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Layout;

/// <summary>How a piece of text is set; sizes in points.</summary>
internal sealed record TextStyle(FontStyle Font, double Size, double Leading, Ink Ink)
{
    public static readonly TextStyle Title = new(FontStyle.Bold, 20, 25, Ink.Navy);
    public static readonly TextStyle Section = new(FontStyle.Bold, 13, 18, Ink.Navy);
    public static readonly TextStyle Subsection = new(FontStyle.Bold, 11, 15, Ink.Black);
    public static readonly TextStyle Body = new(FontStyle.Regular, 10.5, 15, Ink.Black);
    public static readonly TextStyle Strong = new(FontStyle.Bold, 10.5, 15, Ink.Black);
    public static readonly TextStyle Label = new(FontStyle.Regular, 9.5, 15, Ink.Gray);
    public static readonly TextStyle Small = new(FontStyle.Regular, 8.5, 12, Ink.Gray);
    public static readonly TextStyle Issuer = new(FontStyle.Bold, 13, 17, Ink.Navy);
    public static readonly TextStyle Script = new(FontStyle.Italic, 19, 26, Ink.Navy);
}

/// <summary>The document's colors, all with a contrast of at least 4.5:1 against white.</summary>
internal enum Ink
{
    Black,
    Navy,
    Gray,
    Hairline,
}
