using System.Globalization;

namespace Portal.Domain.Districts;

/// <summary>Why a file was not imported; nothing was changed.</summary>
/// <param name="Text">An English sentence with places, which is also the key of its translation.</param>
/// <param name="Line">Line of the file, counted from 1, where there is one.</param>
/// <param name="Args">What goes into the places.</param>
public sealed record FileRefusal(string Text, int? Line, params object[] Args)
{
    /// <summary>The sentence in English, led by the line number.</summary>
    public override string ToString()
    {
        var sentence = string.Format(CultureInfo.InvariantCulture, Text, Args);
        return Line is null ? sentence : $"Line {Line}: {sentence}";
    }
}

/// <summary>Ends the reading of a file; caught by the import, which hands the refusal on as a value.</summary>
internal sealed class FileRefusedException(FileRefusal refusal) : Exception(refusal.ToString())
{
    public FileRefusal Refusal => refusal;
}
