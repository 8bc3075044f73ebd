using System.Globalization;

namespace Portal.Domain.Districts;

/// <summary>Why a file was not imported; nothing was changed.</summary>
/// <param name="Text">An English sentence with placeholders, which is also the key of its translation.</param>
/// <param name="Line">The line of the file, counted from 1; null when no line applies.</param>
/// <param name="Args">The values of the placeholders.</param>
public sealed record FileRefusal(string Text, int? Line, params object[] Args)
{
    /// <summary>The sentence in English, with the line number first.</summary>
    public override string ToString()
    {
        var sentence = string.Format(CultureInfo.InvariantCulture, Text, Args);
        return Line is null ? sentence : $"Line {Line}: {sentence}";
    }
}

/// <summary>Stops reading a file. The import catches it and returns the refusal as a value.</summary>
internal sealed class FileRefusedException(FileRefusal refusal) : Exception(refusal.ToString())
{
    public FileRefusal Refusal => refusal;
}
