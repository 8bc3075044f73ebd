using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Liaisons;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>A file that goes along with a letter.</summary>
/// <param name="Name">What it is, in English, for the list of enclosures.</param>
/// <param name="Pages">How many pages; null when it isn't known.</param>
/// <param name="Block">The file as a block; null where only the list is needed, as in a preview.</param>
public sealed record LetterEnclosure(string Name, int? Pages, PaperBlock? Block);

/// <summary>Lays out a letter on the office's letterhead. The preview and the PDF are made from the same blocks.</summary>
public static class LetterPaper
{
    /// <summary>The letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="situation">What it's written from.</param>
    /// <param name="method">How it goes out; null while that isn't decided.</param>
    /// <param name="enclosures">What goes along, in order.</param>
    /// <param name="now">UTC.</param>
    public static PaperDocument Lay(
        LetterContent letter, LetterSituation situation, InquiryMethod? method, IReadOnlyList<LetterEnclosure> enclosures, DateTime now)
    {
        var contact = ContactOf(letter, situation);
        List<PaperBlock> blocks =
        [
            new Paragraph(Texts.Day("en", situation.Today)),
            new Paragraph(string.Join('\n', situation.Numbers.Prepend($"Our reference: {situation.Reference}"))),
            new Paragraph(Addressee(contact?.Card, situation.Agency, method)),
            new Paragraph($"Re: {letter[LetterBlock.Re]}") { Strong = true },
            new Paragraph(letter.IsForMember ? "Dear Congressional Liaison:" : "Dear Liaison:"),
            .. Text(letter[LetterBlock.Authority]),
            .. Text(letter[LetterBlock.Facts]),
            .. Text(letter[LetterBlock.Tried]),
            .. Text(letter[LetterBlock.Request]),
            .. Lines(letter[LetterBlock.Questions]).Select((q, i) => new Paragraph($"{i + 1}. {q}")),
            .. Text(letter[LetterBlock.Urgency]),
            .. Text(letter[LetterBlock.Neutrality]),
            .. Text(letter[LetterBlock.Reply]),
            new Paragraph($"Sincerely,\n\n{Signature(letter, situation)}"),
        ];
        if (enclosures.Count > 0)
            blocks.Add(new Paragraph("Enclosures:\n" + string.Join('\n', enclosures.Select((e, i) => $"{i + 1}. {e.Name}{PagesOf(e)}"))));
        blocks.AddRange(enclosures.Select(e => e.Block).OfType<PaperBlock>());
        return new PaperDocument($"Congressional inquiry {situation.Reference}", "en", situation.Reference, now, blocks)
        {
            Issuer = situation.Office?.MemberFullName ?? "",
            IssuerDetail = Letterhead(situation.Office),
            Seal = situation.Seal,
            ShowsTitle = false,
            NumbersForeignPages = true,
        };
    }

    /// <summary>The subject of the email: by rule, and never with an ID number.</summary>
    public static string Subject(LetterSituation situation) =>
        $"Congressional inquiry – {situation.Office?.MemberFullName} – {situation.Topic?.Program.En ?? situation.Agency.ShortName} – {situation.Reference}";

    /// <summary>The text of the letter without letterhead, addressee, and enclosures, as the record keeps it.</summary>
    public static string PlainText(LetterContent letter) => string.Join("\n\n", Enum.GetValues<LetterBlock>()
        .Select(b => (b, Text: letter[b].Trim()))
        .Where(b => b.Text.Length > 0)
        .Select(b => b.b == LetterBlock.Questions ? string.Join('\n', Lines(b.Text).Select((q, i) => $"{i + 1}. {q}")) : b.Text));

    /// <summary>The addressee with the channel line.</summary>
    public static string Addressee(ContactCard? card, Agency agency, InquiryMethod? method) => string.Join('\n', new[]
    {
        card?.Name, card?.Place, agency.Name, method is null or InquiryMethod.Letter ? card?.Address : null,
        method switch
        {
            InquiryMethod.Email => $"By email: {card?.Email}",
            InquiryMethod.Fax => $"By fax: {card?.Fax}",
            InquiryMethod.AgencyPortal => "By web form",
            _ => null,
        },
    }.Where(l => !string.IsNullOrWhiteSpace(l)));

    /// <summary>The contact the letter goes to; null while none is chosen.</summary>
    public static AgencyContact? ContactOf(LetterContent letter, LetterSituation situation) =>
        situation.Contacts.FirstOrDefault(c => c.Contact.Id == letter.ContactId)?.Contact;

    /// <summary>The lines under the Member's name: those from the office's data, then the office's own.</summary>
    public static string Letterhead(Office? office) => string.Join('\n', new[] { OwnLines(office), office?.LetterheadLines }.Where(l => !string.IsNullOrWhiteSpace(l)));

    /// <summary>The lines of the letterhead that come from the office's data.</summary>
    public static string OwnLines(Office? office)
    {
        if (office is null)
            return "";
        var place = office.Locations.FirstOrDefault();
        return string.Join('\n', new[]
        {
            office.Chamber == Districts.Chamber.Senate ? "United States Senate" : "Congress of the United States, House of Representatives",
            place is null ? null : string.Join(", ", new[] { place.Street, place.Suite, place.City, $"{place.State} {place.Zip}".Trim() }.Where(p => !string.IsNullOrWhiteSpace(p))),
            string.Join(" · ", new[] { PhoneNumber.Show(office.Phone), office.Email }.Where(p => !string.IsNullOrWhiteSpace(p))),
        }.Where(l => !string.IsNullOrWhiteSpace(l)));
    }

    /// <summary>Who signs.</summary>
    public static string Signature(LetterContent letter, LetterSituation situation) =>
        letter.IsForMember ? situation.Office?.MemberName ?? "" : $"{situation.StaffName}\nOffice of {situation.Office?.MemberName}";

    private static string PagesOf(LetterEnclosure enclosure) => enclosure.Pages switch
    {
        null => "",
        1 => " (1 page)",
        var pages => $" ({pages} pages)",
    };

    // Lines with a bullet are a list; the lines between lists are paragraphs.
    private static IEnumerable<PaperBlock> Text(string text)
    {
        var list = new List<string>();
        foreach (var line in Lines(text))
        {
            if (line is ['•' or '-' or '*', ' ', ..])
            {
                list.Add(line[2..].Trim());
                continue;
            }

            if (list.Count > 0)
                yield return new Bullets([.. list]);
            list.Clear();
            yield return new Paragraph(line);
        }

        if (list.Count > 0)
            yield return new Bullets(list);
    }

    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
