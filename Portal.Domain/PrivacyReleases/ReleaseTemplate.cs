using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who receives the records.</summary>
/// <param name="MemberName">The Member with title.</param>
/// <param name="ReleaseMonths">How long a release lasts at most.</param>
/// <param name="Contact">How to reach the office, for taking the release back.</param>
public sealed record ReleaseRecipient(string MemberName, int ReleaseMonths, string Contact);

/// <summary>
/// The generic privacy release (5 USC 552a(b)) with every element of casework.md "The privacy release",
/// including those that 45 CFR 164.508(c) asks for when medical records are among the records.
/// </summary>
public static class ReleaseTemplate
{
    /// <summary>The template's id.</summary>
    public const string Id = "generic";

    /// <summary>Raised whenever a word changes.</summary>
    public const int Version = 1;

    /// <summary>Composes the document. A pure function: the same facts give the same text.</summary>
    public static ReleaseText Compose(ReleaseDetails details, Agency agency, ReleaseRecipient to, string language)
    {
        string T(string english, params object[] arguments) => Texts.Get(language, english, arguments);
        var agencyName = agency.NameIn(language);
        return new(Id, Version, language, T("Privacy Act release for {0}", agencyName),
        [
            new(T("Who this is about"), About(details, language), []),
            new(T("What I allow"), [],
            [
                T("I authorize {0} to give information from my records to {1} and to the staff of {1} who work on my case. I give this permission under the Privacy Act of 1974 (5 U.S.C. 552a(b)).", agencyName, to.MemberName),
                T("The records: {0}", details.Records),
                T("The purpose: so that the office can ask about my case and try to help. What I would like to happen: {0}", details.Purpose),
            ]),
            .. OtherPerson(details, agency, to, language),
            new(T("How long it lasts and how to take it back"), [],
            [
                T("This permission ends when my case is closed, and at the latest {0} months after I sign it.", to.ReleaseMonths),
                T("I can take it back at any time, on the status page of this website or by writing to the office: {0}. Then the office stops asking the agency at once. What was shared before cannot be called back.", to.Contact),
            ]),
            new(T("What I should know"), [],
            [
                T("The office of a Member of Congress is not covered by the Privacy Act itself. The office keeps my information safe, shows it only to staff who need it for my case, and does not sell or publish it."),
                T("If medical records are shared, they may be passed on in order to help me and may then no longer be protected by federal health privacy rules (45 CFR 164.508). No one may refuse me treatment, payment or benefits because I do or do not sign this."),
                T("The office can ask and urge. It cannot decide my case, and it does not represent me."),
                T("A person who asks for or gets records about somebody under false pretenses can be punished with a fine of up to $5,000 (5 U.S.C. 552a(i)(3))."),
            ]),
            new(T("Declaration"), [], [Declaration(agency, details.OutsideUnitedStates, language)]),
        ]);
    }

    private static List<ReleaseLine> About(ReleaseDetails details, string language)
    {
        string T(string english, params object[] arguments) => Texts.Get(language, english, arguments);
        var lines = new List<ReleaseLine> { new(T("Legal name"), details.LegalName) };
        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                lines.Add(new(T(label), value));
        }

        Add("Other names used", details.OtherNames);
        Add("Date of birth", details.BornOn is { } born ? Texts.Day(language, born) : null);
        Add("Place of birth", details.BirthPlace);
        Add("Address", details.Address);
        Add("Telephone", details.Phone);
        Add("E-mail", details.Email);
        foreach (var (name, value) in details.Identifiers.OrderBy(i => i.Key, StringComparer.Ordinal))
            Add(Identifiers.LabelOf(name), value);
        return lines;
    }

    private static IEnumerable<ReleaseSection> OtherPerson(ReleaseDetails details, Agency agency, ReleaseRecipient to, string language)
    {
        if (string.IsNullOrWhiteSpace(details.MayTalkWith) || agency.OnlyOfficeNamed)
            yield break;
        yield return new(Texts.Get(language, "Permission to talk with another person"), [],
            [Texts.Get(language, "{0} and staff may also talk about my case with: {1}.", to.MemberName, details.MayTalkWith)]);
    }

    // The words of 28 USC 1746; the sentence on place differs outside the United States.
    private static string Declaration(Agency agency, bool outside, string language) => Texts.Get(language, (agency.Perjury, outside) switch
    {
        (true, false) => "I declare under penalty of perjury that the foregoing is true and correct. Executed on the date of my signature below.",
        (true, true) => "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct. Executed on the date of my signature below.",
        _ => "What I say in this document is true, and I sign it of my own free will.",
    });
}
