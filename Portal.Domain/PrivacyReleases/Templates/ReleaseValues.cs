using System.Globalization;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>The values of the merge fields in one document.</summary>
public static class ReleaseValues
{
    /// <summary>Every field with its value, empty when it isn't known.</summary>
    public static IReadOnlyDictionary<string, string> For(ReleaseSituation situation, ReleaseRecipient recipient, string language)
    {
        var (details, agency, _) = situation;
        string T(string english, params object[] arguments) => Texts.Get(language, english, arguments);
        return new Dictionary<string, string>
        {
            ["agency"] = agency.NameIn(language),
            ["agencyShort"] = agency.ShortNameIn(language),
            ["member"] = recipient.MemberIn(language),
            ["subject"] = details.LegalName,
            ["signer"] = details.WhoSigns,
            ["records"] = details.Records,
            ["months"] = recipient.ReleaseMonths == 1 ? T("one month") : T("{0} months", recipient.ReleaseMonths),
            ["contact"] = recipient.Contact,
            ["purpose"] = details.Purpose,
            ["other"] = details.MayTalkWith ?? "",
            ["language"] = details.InterpreterLanguage ?? "",
            ["witnesses"] = agency.Rules.MarkWitnesses.ToString(CultureInfo.InvariantCulture),
            ["maxAgeDays"] = agency.Rules.ReleaseMaxAgeDays?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["sensitive"] = string.Join("; ", situation.Sensitive.Select(s => T(SensitiveKinds.LabelOf(s)))),
        };
    }
}
