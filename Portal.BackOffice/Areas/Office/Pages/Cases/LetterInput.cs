using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>The form for a letter to an agency.</summary>
public sealed class LetterInput
{
    /// <summary>The draft's version that the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>The agency chosen.</summary>
    public string? Agency { get; set; }

    /// <summary>The request chosen.</summary>
    public PermittedAsk Ask { get; set; } = PermittedAsk.InformationOrStatus;

    /// <summary>The agency and request that the blocks were proposed for.</summary>
    public string? ProposedAgency { get; set; }

    /// <summary>The request that the blocks were proposed for.</summary>
    public PermittedAsk ProposedAsk { get; set; }

    /// <summary>Why the contested answer isn't reasonably supported.</summary>
    public ReconsiderationReason? Reason { get; set; }

    /// <summary>The reason that the blocks were proposed with.</summary>
    public ReconsiderationReason? ProposedReason { get; set; }

    /// <summary>The contact chosen.</summary>
    public Guid? Contact { get; set; }

    /// <summary>The blocks, as typed.</summary>
    public Dictionary<LetterBlock, string?> Blocks { get; set; } = [];

    /// <summary>Whether the sealed releases go along.</summary>
    public bool EnclosesRelease { get; set; }

    /// <summary>Documents to enclose.</summary>
    public List<Guid> Documents { get; set; } = [];

    /// <summary>Earlier letters to enclose.</summary>
    public List<Guid> Letters { get; set; } = [];

    /// <summary>Reasons, one for each guard that asked for one.</summary>
    public List<ReasonInput> Reasons { get; set; } = [];

    /// <summary>Fills the form from a letter.</summary>
    public static LetterInput From(LetterContent letter, IEnumerable<LetterGuard> guards) => new()
    {
        Agency = letter.AgencyCode,
        Ask = letter.Ask,
        ProposedAgency = letter.AgencyCode,
        ProposedAsk = letter.Ask,
        Reason = letter.Reason,
        ProposedReason = letter.Reason,
        Contact = letter.ContactId,
        Blocks = Enum.GetValues<LetterBlock>().ToDictionary(b => b, b => (string?)letter[b]),
        EnclosesRelease = letter.EnclosesRelease,
        Documents = [.. letter.Documents],
        Letters = [.. letter.Letters],
        Reasons = [.. guards.Where(g => g.Level is GuardLevel.Reason or GuardLevel.Manager).DistinctBy(g => g.Key)
            .Select(g => new ReasonInput { Key = g.Key, Text = letter.Reasons.GetValueOrDefault(g.Key) })],
    };

    /// <summary>The letter as typed.</summary>
    public LetterContent ToLetter(LetterContent proposed) => proposed with
    {
        ContactId = Contact,
        Blocks = Enum.GetValues<LetterBlock>().ToDictionary(b => b, b => PlainText.Lines(Blocks.GetValueOrDefault(b))),
        EnclosesRelease = EnclosesRelease,
        Documents = Documents,
        Letters = Letters,
        Reasons = Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Key) && !string.IsNullOrWhiteSpace(r.Text))
            .DistinctBy(r => r.Key).ToDictionary(r => r.Key!, r => r.Text!.Trim()),
    };
}

/// <summary>Why what a guard found may stay.</summary>
public sealed class ReasonInput
{
    /// <summary>What it found.</summary>
    public string? Key { get; set; }

    /// <summary>Why it may stay.</summary>
    public string? Text { get; set; }
}
