using System.Text.Json;
using Portal.BackOffice.Areas.Office.Pages.Activity;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Snapshots;

/// <summary>Every email as read, in both languages, with all optional parts and with none, and unchanged after a trip through the queue.</summary>
public sealed class MailSnapshots
{
    private static readonly SystemCipher Cipher = new(MasterKeys.FromConfiguration("test", Convert.ToBase64String(new byte[32])));

    public static TheoryData<string> Kinds => [.. Samples.Of(typeof(IMail)).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Emails_read_as_approved(string kind)
    {
        var full = InBothLanguages(Make(kind));
        var bare = InBothLanguages(Make(kind, Samples.MakeBare));
        Snapshot.Matches($"mail-{kind}.txt", full == bare ? full : $"{full}\n=== with less\n{bare}");
    }

    private static string InBothLanguages(IMail mail) => string.Join("\n", new[] { "en", "es" }.Select(language =>
    {
        var desk = new MailDesk(
            language,
            new("Representative Ana M. Núñez", "212-555-0100", "casework@nunez.example.gov", new Uri("https://help.nunez.example.gov"))
            {
                OfficeNameEs = "Representante Ana M. Núñez"
            },
            Cipher);
        var text = mail.Write(desk);
        return $"--- {language}\nSubject: {text.Subject}\n\n{MailLayout.PlainText(text, desk)}";
    }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Queued_emails_survive_a_round_trip(string kind)
    {
        var mail = Make(kind);
        var row = new OutgoingMail
        {
            Kind = kind,
            Key = "",
            Recipient = "",
            RecipientIndex = "",
            Language = "en",
            Payload = JsonSerializer.Serialize(mail, mail.GetType(), EventJson.Options)
        };
        Assert.Equal(mail, MailKinds.Read(row));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_email_has_a_Spanish_name(string kind)
    {
        var name = EventNames.Words(kind[..^4]);
        Assert.NotEqual(name, Portal.Domain.Platform.Text.Texts.Get("es", name));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void HTML_and_plain_text_say_the_same(string kind)
    {
        var desk = new MailDesk("es", new("Núñez & Co <office>", "212-555-0100", "", new Uri("https://help.nunez.example.gov")), Cipher);
        var mail = Make(kind).Write(desk);
        var html = System.Net.WebUtility.HtmlDecode(MailLayout.Html(mail, desk))
            .Replace("<span translate=\"no\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal);
        Assert.All(
            mail.Paragraphs.Concat(mail.Closing),
            p => Assert.Contains(Portal.Domain.Platform.Text.Kept.Strip(p).Replace("\n", "<br>", StringComparison.Ordinal), html, StringComparison.Ordinal));
        Assert.Contains("N&#250;&#241;ez &amp; Co &lt;office&gt;", MailLayout.Html(mail, desk), StringComparison.Ordinal);
    }

    private static IMail Make(string kind) => Make(kind, Samples.Make);

    private static IMail Make(string kind, Func<Type, object> sample)
    {
        var type = Samples.Of(typeof(IMail)).Single(t => t.Name == kind);
        return type.Name switch
        {
            "AccessCodeMail" => (IMail)Activator.CreateInstance(type, Cipher.Seal("123456", MailDesk.CodePurpose))!,
            "NewsConfirmMail" => (IMail)Activator.CreateInstance(type, Cipher.Seal("aBcDeFgHiJkLmNoPqRsT", MailDesk.CodePurpose), "the flood")!,
            _ => (IMail)sample(type),
        };
    }
}
