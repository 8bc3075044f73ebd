using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Text of a page in the language of the request; pages know it as <c>T</c>.</summary>
public sealed class Translator
{
    /// <summary>The two-letter code of the request's language.</summary>
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The English sentence in the request's language.</summary>
    public string this[string english, params object?[] args] => Texts.Get(Language, english, args);
}
