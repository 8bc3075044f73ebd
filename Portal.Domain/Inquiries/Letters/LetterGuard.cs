using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>What a guard that found something demands.</summary>
public enum GuardLevel
{
    /// <summary>It stays when somebody says why; the reason is recorded.</summary>
    Reason,

    /// <summary>Somebody reads and sends it who wrote none of it.</summary>
    Colleague,

    /// <summary>A manager decides.</summary>
    Manager,

    /// <summary>The Member signs it.</summary>
    Signature,

    /// <summary>The letter can't go out like this.</summary>
    Stop,
}

/// <summary>Something in a letter that needs a second look.</summary>
/// <param name="Code">The guard, such as "outcome".</param>
/// <param name="Level">What it demands.</param>
/// <param name="Title">What it found, for staff, as an English sentence: the key of its translation.</param>
/// <param name="Why">The rule and what to do, likewise.</param>
/// <param name="Arguments">The arguments of both sentences.</param>
public sealed record LetterGuard(string Code, GuardLevel Level, string Title, string Why, params object[] Arguments)
{
    /// <summary>The block it found it in; null when it's about the letter as a whole.</summary>
    public LetterBlock? Block { get; init; }

    /// <summary>The sentence that woke it; null when it's about the letter as a whole.</summary>
    public string? Sentence { get; init; }

    /// <summary>The words in that sentence.</summary>
    public string? Words { get; init; }

    /// <summary>Names what it found, so that a reason holds for these words and no others.</summary>
    public string Key => $"{Code}:{Block}:{PlainText.Fold(Sentence)}:{PlainText.Fold(Words)}";
}

/// <summary>What the guards need to know about sending a letter beyond the letter itself.</summary>
public sealed record LetterSender
{
    /// <summary>Whether the sender may approve letters.</summary>
    public bool IsManager { get; init; }

    /// <summary>Whether its author submitted it, and the sender isn't the person who last changed what it says.</summary>
    public bool IsAnother { get; init; }

    /// <summary>Whether the Member signed it as it stands.</summary>
    public bool HasSignature { get; init; }

    /// <summary>Somebody who is about to send a draft.</summary>
    public static LetterSender Of(LetterDraft draft, Guid? senderId, bool isManager) => new()
    {
        IsManager = isManager,
        IsAnother = senderId is not null && senderId != draft.LastWriterId && (draft.HeldFor is not null || draft.ByAnother),
        HasSignature = draft.SignedAt is not null,
    };
}
