using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Why an agency's answer isn't reasonably supported. House and Senate guidelines name these.</summary>
public enum ReconsiderationReason
{
    /// <summary>It was given without all of the information.</summary>
    IncompleteInformation,

    /// <summary>A law says otherwise.</summary>
    Statute,

    /// <summary>A regulation says otherwise.</summary>
    Regulation,

    /// <summary>It isn't fair.</summary>
    Equity,

    /// <summary>The agency's own policy says otherwise.</summary>
    Policy,
}

/// <summary>A letter as it stands: to whom, what is asked, every block as edited, what is enclosed, and the reasons given to its guards.</summary>
/// <param name="AgencyCode">The agency.</param>
/// <param name="Ask">The one permitted request.</param>
public sealed record LetterContent(string AgencyCode, PermittedAsk Ask)
{
    /// <summary>Why the contested answer isn't reasonably supported; null when the letter doesn't ask for reconsideration or no one chose.</summary>
    public ReconsiderationReason? Reason { get; init; }

    /// <summary>The contact it goes to; null while none is chosen.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>How far it goes.</summary>
    public LetterStage Stage { get; init; }

    /// <summary>Whether the Member signs it, at whatever stage.</summary>
    public bool ByMember { get; init; }

    /// <summary>Whether the Member signs it.</summary>
    [JsonIgnore]
    public bool IsForMember => ByMember || Stage == LetterStage.Member;

    /// <summary>The template it was made from, with its version, such as "ssa-reconsideration 1".</summary>
    public string Template { get; init; } = "";

    /// <summary>The blocks as edited.</summary>
    public IReadOnlyDictionary<LetterBlock, string> Blocks { get; init; } = new Dictionary<LetterBlock, string>();

    /// <summary>The blocks as they were last proposed, to tell which of them somebody edited.</summary>
    public IReadOnlyDictionary<LetterBlock, string> Proposed { get; init; } = new Dictionary<LetterBlock, string>();

    /// <summary>Whether there was a release to enclose when it was proposed.</summary>
    public bool HadRelease { get; init; }

    /// <summary>Whether the sealed releases go along.</summary>
    public bool EnclosesRelease { get; init; } = true;

    /// <summary>Documents that go along, in this order.</summary>
    public IReadOnlyList<Guid> Documents { get; init; } = [];

    /// <summary>Earlier letters that go along.</summary>
    public IReadOnlyList<Guid> Letters { get; init; } = [];

    /// <summary>Why what a guard found may stay, by the guard's key.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>();

    /// <summary>A block; empty when it has none.</summary>
    public string this[LetterBlock block] => Blocks.GetValueOrDefault(block, "");

    /// <summary>Whether two say the same to the same contact with the same enclosures. Reasons given to guards aren't part of the letter.</summary>
    public bool SaysTheSameAs(LetterContent other) =>
        (AgencyCode, Ask, Reason, ContactId, Stage, IsForMember, EnclosesRelease)
            == (other.AgencyCode, other.Ask, other.Reason, other.ContactId, other.Stage, other.IsForMember, other.EnclosesRelease)
        && Documents.SequenceEqual(other.Documents) && Letters.SequenceEqual(other.Letters)
        && Enum.GetValues<LetterBlock>().All(b => PlainText.Lines(this[b]).Trim() == PlainText.Lines(other[b]).Trim());

    /// <summary>Writes it as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, EventJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LetterContent Read(string json) => JsonSerializer.Deserialize<LetterContent>(json, EventJson.Options)!;
}
