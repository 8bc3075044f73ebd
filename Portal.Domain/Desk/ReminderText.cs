using Portal.Domain.Agencies;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>Suggests a reminder of what is still missing. Staff read and edit it before it goes out.</summary>
public static class ReminderText
{
    private const string SignOnline =
        "We still need your signed privacy release for {0}. Without it, we can't contact the agency about you. You can sign it on your case page. Need help? Call us.";
    private const string SignInInk =
        "We still need your privacy release for {0}, signed in ink. Without it, we can't contact the agency about you. Print it from your case page, sign it, and send us a photo or scan there. Need help? Call us.";

    /// <summary>The message, in the constituent's language.</summary>
    public static string Suggest(CasePage page)
    {
        var (language, names) = (page.Head.Case.Language, page.Head.Names);
        string T(string english, params object?[] arguments) => Texts.Get(language, english, arguments);
        var parts = new List<string> { T("Dear {0},", page.Head.Case.PersonName) };
        parts.AddRange(page.InformationRequests.Where(r => r.IsOpen).Select(r => T(
            "We still need this from you:\n{0}\nPlease send it by {1}, or tell us if you need more time.",
            r.What, Texts.Day(language, r.DueOn))));
        parts.AddRange(page.Agencies.Where(a => a.Readiness is Readiness.Missing { ByConstituent: true })
            .Select(a => T(IsOnline(a) ? SignOnline : SignInInk, a.Agency.ShortWithArticle(language))));
        return string.Join("\n\n", parts);
    }

    // As was asked of the signer, which may be older than what the agency requires for the case's topic.
    private static bool IsOnline(CasePageAgency agency) =>
        agency.Agency.For(agency.Releases.FirstOrDefault(r => r.Status == ReleaseStatus.Requested)?.Matter ?? new()).TakesElectronic;
}
