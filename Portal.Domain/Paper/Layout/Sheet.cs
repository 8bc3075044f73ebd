namespace Portal.Domain.Paper.Layout;

/// <summary>US Letter in points (1/72 inch), origin at the top left.</summary>
internal static class Sheet
{
    public const double Width = 612;
    public const double Height = 792;
    public const double Left = 66;
    public const double Right = Width - 66;
    public const double TextWidth = Right - Left;
    public const double Bottom = Height - 76;
    public const double CornerCodeSize = 56;
    public const double CornerCodeTop = 25;

    /// <summary>Where content starts. The corner code needs its quiet zone.</summary>
    public static double Top(bool cornerCode) => cornerCode ? 106 : 82;
}
