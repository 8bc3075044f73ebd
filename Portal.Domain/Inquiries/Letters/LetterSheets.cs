using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>The sheets that go with a letter on paper or by fax. In English, like everything we send to agencies.</summary>
public static class LetterSheets
{
    /// <summary>The envelope's addresses on a sheet to fold or to cut out.</summary>
    public static PaperDocument Envelope(SentLetter letter, Office? office, string reference) => new($"Envelope for {reference}", "en", reference, letter.SentAt,
    [
        new Paragraph(letter.Addressee.Text) { Strong = true },
        new Rule(),
        new Paragraph($"Enclosed: congressional inquiry {reference}"),
    ])
    {
        Issuer = office?.MemberFullName ?? "",
        IssuerDetail = LetterPaper.Letterhead(office),
        ShowsTitle = false,
    };

    /// <summary>The cover of a fax.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="office">The office.</param>
    /// <param name="reference">The case's reference.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="pages">Pages of letter and enclosures, and the day.</param>
    public static PaperDocument FaxCover(SentLetter letter, Office? office, string reference, string sender, FaxPages pages) => new("Fax", "en", reference, letter.SentAt,
    [
        new Fields(
        [
            new("To", letter.Addressee.Text),
            new("Fax", letter.SentTo?.Text ?? ""),
            new("From", $"{sender}, office of {office?.MemberName}"),
            new("Date", Texts.Day("en", pages.Day)),
            new("Our reference", reference),
            new("Pages, with this one", $"{pages.Count + 1}"),
        ]),
        new Rule(),
        new Paragraph("Confidential. This fax contains private information about an individual. If you received it by mistake, please call us and destroy it.") { Strong = true },
    ])
    {
        Issuer = office?.MemberFullName ?? "",
        IssuerDetail = LetterPaper.Letterhead(office),
    };

    /// <summary>What an agency's web form asks for, field by field.</summary>
    public static IReadOnlyList<Field> Form(LetterContent letter, LetterSituation situation) =>
    [
        .. new Field[]
        {
            new("Member", situation.Office?.MemberName ?? ""),
            new("Caseworker", situation.StaffName),
            new("Phone", Constituents.PhoneNumber.Show(situation.Office?.Phone) ?? ""),
            new("Email", situation.Office?.Email ?? ""),
            new("Our reference", situation.Reference),
            new("Constituent", situation.Person),
            new("Address", situation.Answers?.Address.OneLine ?? ""),
            new("ID numbers", string.Join('\n', situation.Numbers)),
            new("Subject", letter[LetterBlock.Re]),
            new("Inquiry", LetterPaper.PlainText(letter)),
        }.Where(f => !string.IsNullOrWhiteSpace(f.Value)),
    ];
}

/// <summary>How many pages a fax has without its cover, and the day it goes.</summary>
public sealed record FaxPages(int Count, DateOnly Day);
