using Portal.Domain.Platform.Text;

namespace Portal.Domain.Districts;

/// <summary>How a Member is addressed. The English title is also the key of its translation.</summary>
public static class MemberTitle
{
    /// <summary>"Senator", "Representative", "Delegate", or "Resident Commissioner" for Puerto Rico.</summary>
    public static string For(Chamber chamber, string state) => (chamber, state) switch
    {
        (Chamber.Senate, _) => "Senator",
        (_, "PR") => "Resident Commissioner",
        _ when States.Get(state).HasSenators => "Representative",
        _ => "Delegate",
    };

    /// <summary>The title in the reader's language: "Senadora".</summary>
    public static string In(string language, string title, Gender gender) =>
        Gendered(language, title, gender) ?? Texts.Get(language, title);

    /// <summary>
    /// Title and name as used in a sentence: "la senadora Jane Doe". In Spanish, the name alone when the gender is unknown.
    /// </summary>
    public static string InSentence(string language, string title, Gender gender, string name) =>
        language != "es" ? $"{title} {name}"
        : Gendered(language, title, gender) is { } spanish ? $"{(gender == Gender.Female ? "la" : "el")} {spanish.ToLowerInvariant()} {name}"
        : name;

    // Not in the translations, because English has no gendered forms to use as keys.
    private static string? Gendered(string language, string title, Gender gender) => (language, title, gender) switch
    {
        (not "es", _, _) or (_, _, Gender.Unknown) => null,
        (_, "Senator", Gender.Female) => "Senadora",
        (_, "Senator", _) => "Senador",
        (_, "Delegate", Gender.Female) => "Delegada",
        (_, "Delegate", _) => "Delegado",
        (_, "Resident Commissioner", Gender.Female) => "Comisionada residente",
        (_, "Resident Commissioner", _) => "Comisionado residente",
        _ => "Representante",
    };
}
