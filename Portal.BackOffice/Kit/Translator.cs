using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Translates text into the language of the request; pages use it as <c>T</c>.</summary>
public sealed class Translator
{
    /// <summary>Two-letter code of the request's language.</summary>
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>Translates an English sentence into the request's language.</summary>
    public string this[string english, params object?[] args] => Texts.Get(Language, english, args);
}
