using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MimeKit;
using Portal.Tests.Domain.Platform.Mail;

namespace Portal.Tests.Browser;

/// <summary>
/// One person's case with two agencies, from the first letter to the closing, without leaving the product: letters go out through a real
/// mail server, and the agencies' replies come back through a real mailbox. What staff do over and over is done by keyboard, and counted.
/// </summary>
public sealed partial class AgencyJourneyTests(DovecotProcess dovecot, SmtpProcess smtp) : IClassFixture<DovecotProcess>, IClassFixture<SmtpProcess>
{
    private const string Mailbox = "casework@whitfield.example";
    private const string Email = "ana.garcia@example.org";
    private readonly ConcurrentQueue<MimeMessage> _sent = new();
    private int _keys;
    private RunningPortal? _portal;

    [Fact]
    public async Task Two_agencies_answer_and_the_case_closes_within_thirty_keystrokes()
    {
        DovecotProcess.Require();
        var server = await smtp.ListenAsync();
        _ = CollectAsync(server);
        var mailbox = dovecot.Settings(Mailbox);
        await using var portal = RunningPortal.With(new Dictionary<string, string>
        {
            ["Portal__Mail__Host"] = "localhost",
            ["Portal__Mail__Port"] = $"{server.Port}",
            ["Portal__Mail__Security"] = "StartTls",
            ["Portal__Mail__UserName"] = "portal",
            ["Portal__Mail__Password"] = "geheim",
            ["Portal__Mail__TrustedCertificates"] = smtp.Authority,
            ["Portal__Mail__From"] = Mailbox,
            ["Portal__Mailbox__Host"] = mailbox.Host,
            ["Portal__Mailbox__Port"] = $"{mailbox.Port}",
            ["Portal__Mailbox__Security"] = "Tls",
            ["Portal__Mailbox__UserName"] = Mailbox,
            ["Portal__Mailbox__Password"] = DovecotProcess.Password,
            ["Portal__Mailbox__TrustedCertificates"] = mailbox.TrustedCertificates!,
        });
        _portal = portal;
        await using var person = await Visitor.ComeAsync(portal);
        var reference = await person.AskForHelpAsync("ssa-missing-payment", Email);
        await person.PressAsync(Leading.To("/release/"));
        await SignAsync(person);

        await using var maria = await Visitor.ComeAsync(portal);
        await maria.GoAsync(portal.DemoLink("As a caseworker"));
        await maria.PressAsync("main form button");
        var theCase = "/office/cases/" + reference;
        await maria.GoAsync(theCase);
        await KeyAsync(maria, "e");
        await SaysAsync(maria, "Request accepted");

        // The first agency: letter, interim answer, told.
        await KeyAsync(maria, "e");
        await KeyAsync(maria, "Control+Enter");
        await SaysAsync(maria, "will go out in 30 seconds");
        await AnswerAsync(maria, theCase, "ssa.example", "We received your inquiry of today. As of November 2, 2026, the payment is being traced.");
        await KeyAsync(maria, "e");
        await KeyAsync(maria, "2");
        await KeyAsync(maria, "a");
        await KeyAsync(maria, "s");
        await maria.Page.Keyboard.TypeAsync("They are tracing the payment.");
        await KeyAsync(maria, "Control+Enter");
        await SaysAsync(maria, "your message is on the case page");

        // The second agency: its release has to be signed first.
        await maria.GoAsync($"{theCase}/letter?agency=VA");
        await maria.PressAsync("main button[formaction*='handler=ask']");
        await SaysAsync(maria, "release requested");
        await OpenStatusAsync(person, reference);
        await SaysAsync(person, "The Social Security Administration");
        await person.PressAsync(Leading.To("/release/"));
        await SignAsync(person);
        await maria.GoAsync($"{theCase}/letter?agency=VA");
        await maria.PressAsync("main button[value='email']");
        if (!(await TextAsync(maria)).Contains("will go out in 30 seconds", StringComparison.Ordinal))
        {
            foreach (var reason in await maria.Page.Locator("main input[name$='.Text']").AllAsync())
                await reason.FillAsync("The person has two benefits.");
            await maria.PressAsync("main button[value='email']");
        }

        await SaysAsync(maria, "will go out in 30 seconds");
        await AnswerAsync(maria, theCase, "va.example", "Our decision of November 10, 2026: the claim is denied. You have one year to file a supplemental claim.");
        await KeyAsync(maria, "e");
        await KeyAsync(maria, "3");
        await KeyAsync(maria, "a");
        await KeyAsync(maria, "6");
        await KeyAsync(maria, "d");
        await KeyAsync(maria, "s");
        await maria.Page.Keyboard.TypeAsync("VA denied the claim.");
        await KeyAsync(maria, "Control+Enter");
        await SaysAsync(maria, "your message is on the case page");
        await person.GoAsync("/status/case");
        await SaysAsync(person, "November 10, 2027");

        // It doesn't help: reconsideration, printed; and a referral while the case stays open.
        await maria.GoAsync($"{theCase}/letter?agency=VA&ask=Reconsideration");
        await maria.PressAsync("main button[value='print']");
        if (!(await TextAsync(maria)).Contains("Recorded as sent today", StringComparison.Ordinal))
        {
            await maria.ChooseAsync("Input.Reason", "IncompleteInformation");
            foreach (var reason in await maria.Page.Locator("main input[name$='.Text']").AllAsync())
                await reason.FillAsync("The person sent new evidence.");
            await maria.PressAsync("main button[value='print']");
        }

        await SaysAsync(maria, "Recorded as sent today");
        await maria.GoAsync($"{theCase}/refer");
        await maria.ChooseAsync("KeepOpen", "true");
        await maria.ChooseAsync("Kind", "Community");
        await maria.TypeAsync("To", "Golden Legal Aid, 303-555-0177");
        await maria.TypeAsync("Letter", "While we keep working on your case, these people can help you too:");
        await maria.PressAsync("main button[data-main]");
        await SaysAsync(maria, "The case stays open");
        await person.GoAsync("/status/case");
        await SaysAsync(person, "Golden Legal Aid");

        // Both agencies' last words, and the closing.
        await AnswerAsync(maria, theCase, "ssa.example", "The payment was reissued on November 20, 2026. This is our final response.");
        await KeyAsync(maria, "e");
        await KeyAsync(maria, "3");
        await KeyAsync(maria, "a");
        await KeyAsync(maria, "4");
        await KeyAsync(maria, "x");
        await KeyAsync(maria, "s");
        await maria.Page.Keyboard.TypeAsync("Reissued.");
        await KeyAsync(maria, "Control+Enter");
        await SaysAsync(maria, "your message is on the case page");
        await maria.PressAsync("main a[href*='/end']");
        await maria.TypeAsync("Why", "VA will answer the person directly.");
        await maria.PressAsync("main .actions button");
        await KeyAsync(maria, "c");
        await KeyAsync(maria, "D");
        await KeyAsync(maria, "Tab");
        await KeyAsync(maria, "Enter");
        await RunningPortal.UntilAsync(async () => (await maria.Page.Locator("textarea[name=Letter]").InputValueAsync()).Length > 0, "the suggested text");
        await KeyAsync(maria, "Control+Enter");
        await SaysAsync(maria, "Case closed");
        await person.GoAsync("/status/case");
        await SaysAsync(person, "November 10, 2027");
        Assert.Equal("", string.Join('\n', maria.Complaints));
        TestContext.Current.TestOutputHelper?.WriteLine($"{_keys} keys for two letters, three answers, and the closing");
        Assert.InRange(_keys, 1, 30);
    }

    // An inquiry's letter leaves, the agency answers it, and the case says so.
    private async Task AnswerAsync(Visitor maria, string theCase, string agency, string text)
    {
        MimeMessage? letter = null;
        await RunningPortal.UntilAsync(() => (letter = _sent.LastOrDefault(m => m.To.Mailboxes.Any(a => a.Address.EndsWith(agency, StringComparison.Ordinal)))) is not null, $"a letter to {agency}");
        Assert.Equal(Mailbox, letter!.ReplyTo.Mailboxes.Single().Address);
        var reply = new MimeMessage { Subject = "RE: " + letter.Subject, Body = new TextPart("plain") { Text = text }, InReplyTo = letter.MessageId };
        reply.From.Add(letter.To[0]);
        reply.To.Add(new MailboxAddress("", Mailbox));
        await dovecot.DeliverAsync(Mailbox, reply);
        try
        {
            await RunningPortal.UntilAsync(
                async () =>
                {
                    await maria.Page.GotoAsync(theCase);
                    return await maria.Page.Locator("#unread a").CountAsync() > 0;
                },
                "the reply on the case");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{await maria.Page.Locator("main").InnerTextAsync()}\n{_portal!.Printed}\n{dovecot.Log}", late);
        }

        await maria.LookAsync();
    }

    private async Task KeyAsync(Visitor visitor, string key)
    {
        _keys++;
        var before = visitor.Page.Url;
        await visitor.Page.Keyboard.PressAsync(key);
        if (key is "e" or "c" or "Control+Enter")
            await RunningPortal.UntilAsync(
                async () => visitor.Page.Url != before || await visitor.Page.Locator(".notice, #error-summary").CountAsync() > 0, $"{key} on {before}");
        await visitor.Page.WaitForLoadStateAsync();
        await visitor.LookAsync();
    }

    private static async Task SaysAsync(Visitor visitor, string text)
    {
        var said = await TextAsync(visitor);
        Assert.True(said.Contains(text, StringComparison.Ordinal), $"{visitor.Page.Url} doesn't say “{text}”: {said}");
    }

    private static Task<string> TextAsync(Visitor visitor) => visitor.Page.Locator("main").InnerTextAsync();

    private async Task CollectAsync(SmtpProcess.SmtpListener server)
    {
        await foreach (var mail in server.Mails.ReadAllAsync())
            _sent.Enqueue(MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Data))));
    }

    private async Task OpenStatusAsync(Visitor person, string reference)
    {
        await person.GoAsync("/status");
        await person.TypeAsync("Input.Reference", reference);
        await person.TypeAsync("Input.Email", Email);
        var before = _sent.Count;
        await person.ContinueAsync();
        string? code = null;
        await RunningPortal.UntilAsync(
            () => (code = _sent.Skip(before).Select(m => Code().Match(m.TextBody ?? "")).FirstOrDefault(m => m.Success)?.Groups[1].Value) is not null, "a code");
        await person.TypeAsync("Code", code!);
        await person.ContinueAsync();
        Assert.EndsWith("/status/case", person.Page.Url);
    }

    private static async Task SignAsync(Visitor person)
    {
        while (!person.Page.Url.EndsWith("/read", StringComparison.Ordinal))
            await person.ContinueAsync();
        await person.ChooseAsync("Agreed", "true");
        await person.TypeAsync("TypedName", "Ana García");
        await person.PressAsync("button.usa-button--big");
        Assert.EndsWith("/done", person.Page.Url);
    }

    [GeneratedRegex(@"^\s{4}(\d{6})\s*$", RegexOptions.Multiline)]
    private static partial Regex Code();
}
