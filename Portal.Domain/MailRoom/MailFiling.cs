using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Messages;
using Portal.Domain.Paper;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.MailRoom;

/// <summary>Puts an email on a case: its files as documents, and itself as an answer to confirm, a message, or a document. Saves.</summary>
public sealed class MailFiling(
    PortalDb db, Vault vault, IDocumentStore store, DocumentIntake intake, MessageArrival messages, PaperPrinter printer)
{
    private const string CutMark = "\n\n[…]";

    /// <summary>An attachment can't be filed, so a person has to decide.</summary>
    public sealed record Unfit : Outcome;

    /// <summary>Files the email. A file that's of no use, such as a calendar entry, is left out; the email stays whole in the store.</summary>
    public async Task<Outcome> FileAsync(Act act, ReceivedMail mail, Case @case, Proposed to, CancellationToken cancellation)
    {
        var email = EmailReader.Read(await store.ReadBytesAsync(await vault.OpenAsync(mail.Id, cancellation), mail.StoredName, cancellation));
        var taken = new List<DocumentIntake.Taken>();
        var own = to.As == FiledAs.Message ? ReplyText.Own(email.Text) : email.Text;
        IEnumerable<(string Name, byte[] Bytes)> files = email.Files.Select(f => (f.Name, f.Bytes));
        // What a caseworker reads beside the form and may enclose is a document, also when the answer is the email itself.
        if (to.As != FiledAs.Message || own.Length > Message.MaxLength || own.Length < email.Text.Length || email.Files.Count > 0)
            files = files.Prepend((Printed(mail), Print(mail, email, @case)));
        var unusable = new List<string>();
        foreach (var (name, bytes) in files)
        {
            // A moment apart, so that they're listed in order.
            var moment = act with { At = act.At.AddMilliseconds(taken.Count) };
            if (await intake.ReadAsync(name, new MemoryStream(bytes, writable: false), cancellation) is not DocumentIntake.Readable { File: var file })
                unusable.Add(name);
            else if (await TakeAsync(moment, mail, @case.Id, to.As, file, cancellation) is var outcome && outcome is DocumentIntake.Taken took)
                taken.Add(took);
            else
            {
                await intake.ForgetAsync(taken);
                return outcome;
            }
        }

        // Staff see which file couldn't be opened; automatic filing would hide that.
        if (unusable.Count > 0 && act.Actor.Kind != ActorKind.Staff)
        {
            await intake.ForgetAsync(taken);
            return new Unfit();
        }

        mail.File(to.As, @case.Id, act.At, act.Actor.Kind == ActorKind.Staff ? act.Actor.Id : null);
        mail.LeaveOut(unusable);
        if (to is { As: FiledAs.AgencyAnswer, InquiryId: { } inquiry })
        {
            mail.Answer(inquiry);
            @case.ExpectConfirmation(mail.Id, act.At);
            // Whoever is writing to the constituent right now has to see it first.
            db.CountAsChanged(@case);
        }

        if (to.As == FiledAs.Message)
        {
            var key = Guid.CreateVersion7(new DateTimeOffset(act.At));
            mail.Become(key);
            var at = mail.ArrivedAt < act.At ? mail.ArrivedAt : act.At;
            await messages.AddAsync(act, @case, key, new MessageArrival.Emailed(Shorten(own, email.Subject), email.From, at, ReplyText.Unmarked(email.Text)), cancellation);
        }

        db.Record(act, @case.Id, new EmailFiled(mail.Id, to.As) { InquiryId = mail.InquiryId, Documents = [.. taken.Select(t => t.Document.Id)] });
        return await intake.CommitAsync(taken, Outcome.Done, cancellation);
    }

    private async Task<Outcome> TakeAsync(Act act, ReceivedMail mail, Guid caseId, FiledAs filed, IncomingFile file, CancellationToken cancellation)
    {
        var outcome = await intake.TakeAsync(act, caseId, file, cancellation);
        // A file that was there before didn't come with this email.
        if (outcome is DocumentIntake.Taken { Document: var document, IsNew: true })
        {
            document.CameWith = mail.Id;
            document.Kind = file.Name == Printed(mail) ? DocumentKind.Email : filed == FiledAs.AgencyAnswer ? DocumentKind.AgencyLetter : document.Kind;
        }

        return outcome;
    }

    private static string Printed(ReceivedMail mail) => $"email-{mail.ArrivedAt:yyyy-MM-dd}.pdf";

    private byte[] Print(ReceivedMail mail, IncomingEmail email, Case @case) => printer.Print(new PaperDocument(
        email.Subject.Length == 0 ? "Email" : email.Subject, "en", @case.Reference, mail.ArrivedAt,
        // The text first: its dates are proposed in the order in which they're read.
        [
            .. email.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(p => new Paragraph(p)),
            new Rule(),
            new Fields(
            [
                new("From", email.FromName.Length == 0 ? email.From : $"{email.FromName} <{email.From}>"),
                new("Received", Texts.Day("en", DateOnly.FromDateTime(mail.ArrivedAt))),
                new("Attachments", email.Files.Count == 0 ? "None" : string.Join(", ", email.Files.Select(f => f.Name))),
            ]),
        ]));

    private static string Shorten(string text, string subject)
    {
        var body = text.Length == 0 ? subject : text;
        return body.Length == 0 ? CutMark.Trim() : body.Length <= Message.MaxLength ? body : body[..(Message.MaxLength - CutMark.Length)] + CutMark;
    }
}
