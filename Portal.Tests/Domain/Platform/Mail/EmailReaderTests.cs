using System.Text;
using MimeKit;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>What is read from an email, whatever program wrote it.</summary>
public sealed class EmailReaderTests
{
    [Fact]
    public void A_web_pages_text_is_read_without_what_no_one_sees()
    {
        var mail = TestMailbox.Email("a@b.example", "Hi", "");
        mail.Body = new TextPart("html")
        {
            Text = "<html><head><title>T</title><style>p{}</style></head><body><p>Dear&nbsp;office,</p><p>It&#39;s <b>paid</b>.<br>Thanks</p><script>x()</script></body></html>",
        };
        Assert.Equal("Dear office,\n\nIt's paid.\nThanks", Read(mail).Text);
    }

    [Fact]
    public void Of_two_versions_of_the_text_the_plain_one_is_read_once()
    {
        var mail = TestMailbox.Email("a@b.example", "Hi", "");
        mail.Body = new MultipartAlternative { new TextPart("plain") { Text = "Plain." }, new TextPart("html") { Text = "<p>Formatted.</p>" } };
        Assert.Equal("Plain.", Read(mail).Text);
    }

    [Fact]
    public void A_file_within_the_formatted_version_is_read_and_its_text_is_not_read_twice()
    {
        var mail = TestMailbox.Email("a@b.example", "Hi", "");
        mail.Body = new MultipartAlternative { new TextPart("plain") { Text = "Plain." }, new Multipart("mixed") { new TextPart("html") { Text = "<p>Formatted.</p>" }, File("decision.pdf", "application", 100) } };
        Assert.Equal(("Plain.", "decision.pdf"), (Read(mail).Text, Read(mail).Files.Single().Name));
    }

    [Fact]
    public void A_tables_cells_are_told_apart_and_a_blank_plain_version_hides_nothing()
    {
        var mail = TestMailbox.Email("a@b.example", "Hi", "");
        mail.Body = new MultipartAlternative { new TextPart("plain") { Text = " " }, new TextPart("html") { Text = "<html><head><style>x</style><body><table><tr><td>Amount</td><td>1</td></tr></table>" } };
        Assert.Equal("Amount\t1", Read(mail).Text);
    }

    [Fact]
    public void A_logo_is_no_file_and_a_forwarded_emails_letter_is_one()
    {
        var logo = File("image001.png", "image", 400);
        logo.ContentId = "logo@b.example";
        logo.ContentDisposition = new ContentDisposition(ContentDisposition.Inline);
        var inner = TestMailbox.Email("liaison@ssa.gov", "Decision", "See the letter.");
        inner.Body = new Multipart("mixed") { inner.Body!, File("decision.pdf", "application", 100) };
        var mail = TestMailbox.Email("a@b.example", "Fwd", "");
        mail.Body = new Multipart("mixed") { new TextPart("plain") { Text = "For you." }, logo, new MessagePart { Message = inner } };
        var read = Read(mail);
        Assert.Equal(["decision.pdf"], read.Files.Select(f => f.Name));
        Assert.Equal("For you.\n\nliaison@ssa.gov\nDecision\n\nSee the letter.", read.Text.Replace("\"\" <liaison@ssa.gov>", "liaison@ssa.gov", StringComparison.Ordinal));
    }

    [Fact]
    public void What_it_answers_is_read_nearest_first()
    {
        var mail = TestMailbox.Email("a@b.example", "Re", "Yes.", "third@x");
        mail.References.AddRange(["first@x", "second@x", "third@x"]);
        Assert.Equal(["third@x", "third@x", "second@x", "first@x"], Read(mail).Answers);
    }

    [Fact]
    public void The_same_email_has_the_same_digest_whichever_way_it_came()
    {
        var mail = TestMailbox.Email("a@b.example", "Re", "Yes.");
        var digest = Read(mail).Digest;
        mail.Headers.Insert(0, "Received", "from mx2 by mx1");
        Assert.Equal(digest, Read(mail).Digest);
        mail.Body = new TextPart("plain") { Text = "No." };
        Assert.NotEqual(digest, Read(mail).Digest);
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied", true)]
    [InlineData("Auto-Submitted", "no", false)]
    [InlineData("Precedence", "bulk", true)]
    [InlineData("Precedence", "first-class", false)]
    [InlineData("X-Autoreply", "yes", true)]
    [InlineData("Return-Path", "<>", true)]
    [InlineData("X-Mailer", "auto", false)]
    public void A_programs_email_is_told_from_a_persons(string header, string value, bool isAutomatic)
    {
        var mail = TestMailbox.Email("a@b.example", "Re", "Yes.");
        mail.Headers.Add(header, value);
        Assert.Equal(isAutomatic, Read(mail).IsAutomatic);
    }

    [Theory]
    [InlineData("Yes.\n\nOn Mon, Nov 16, 2026 at 9:00 AM Ana <a@b.example> wrote:\n> Did you?\n> Please", "Yes.")]
    [InlineData("Yes.\n\nOn Mon, Nov 16, 2026 at 9:00 AM The Office of Ana Núñez\n<casework@nunez.example.gov> wrote:\n> Did you?", "Yes.")]
    [InlineData("Sí.\n\nEl lun, 16 nov 2026 a las 9:00, Ana (<a@b.example>) escribió:\n> ¿Lo hizo?", "Sí.")]
    [InlineData("Yes.\n\n-----Original Message-----\nFrom: Ana", "Yes.")]
    [InlineData("Yes.\n\n________________________________\nFrom: Ana\nSent: Monday", "Yes.")]
    [InlineData("Yes.\n\nFrom: Ana <a@b.example>\nSent: Monday, November 16, 2026 9:00 AM\nTo: B\nSubject: News\n\nDid you?", "Yes.")]
    [InlineData("Yes.\n\nDe: Ana <a@b.example>\nEnviado el: lunes\nPara: B\nAsunto: Noticias\n\n¿Lo hizo?", "Yes.")]
    [InlineData("> Did you?\nYes.\n> When?\nMonday.", "> Did you?\nYes.\n> When?\nMonday.")]
    [InlineData("On Monday I wrote: nothing came.\nSo what now?", "On Monday I wrote: nothing came.\nSo what now?")]
    [InlineData("> only a quote", "> only a quote")]
    [InlineData("See below.\n\nOn Mon, Nov 16, 2026 at 9:00 AM Ana wrote:\n> When were you born?\n1960", "See below.\n\nOn Mon, Nov 16, 2026 at 9:00 AM Ana wrote:\n> When were you born?\n1960")]
    [InlineData("FYI\n---------- Forwarded message ----------\nYour claim is denied.", "FYI\n---------- Forwarded message ----------\nYour claim is denied.")]
    [InlineData("El lunes mi esposo me escribió:\nTe voy a matar", "El lunes mi esposo me escribió:\nTe voy a matar")]
    public void The_writers_own_words_are_told_from_what_they_quote(string text, string own) => Assert.Equal(own, ReplyText.Own(text));

    [Fact]
    public void Reading_arbitrary_bytes_never_throws()
    {
        var random = new Random(7);
        var sample = new MemoryStream();
        var mail = TestMailbox.Email("a@b.example", "Re", "Yes.");
        mail.Body = new Multipart("mixed") { new TextPart("html") { Text = "<p>x" }, File("a.pdf", "application", 300) };
        mail.WriteTo(sample);
        for (var round = 0; round < 500; round++)
        {
            var bytes = sample.ToArray();
            for (var change = 0; change < 20; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.Equal(64, EmailReader.Read(bytes[..random.Next(bytes.Length)]).Digest.Length);
        }
    }

    private static IncomingEmail Read(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return EmailReader.Read(bytes.ToArray());
    }

    private static MimePart File(string name, string type, int length) => new(type, type == "image" ? "png" : "pdf")
    {
        Content = new MimeContent(new MemoryStream(Encoding.ASCII.GetBytes(new string('x', length)))),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = name,
    };
}
