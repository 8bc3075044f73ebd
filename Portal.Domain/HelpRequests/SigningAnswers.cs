using Portal.Domain.Constituents;

namespace Portal.Domain.HelpRequests;

/// <summary>Whether the person who needs help can sign a release, and who signs if not.</summary>
public sealed record SigningAnswers
{
    /// <summary>Whether they can; null while not answered.</summary>
    public bool? CanSign { get; init; }

    /// <summary>Why they can't; null if they can.</summary>
    public CannotSign? Reason { get; init; }

    /// <summary>What allows the other person to sign; null while no one knows.</summary>
    public SignerCapacity? Capacity { get; init; }

    /// <summary>The full name of who signs; null for the person who writes to us.</summary>
    public string? SignerName { get; init; }

    /// <summary>The email address of who signs; null for the person who writes to us, or when they have none.</summary>
    public string? SignerEmail { get; init => field = Platform.Text.PlainText.Line(value) is { Length: > 0 } email ? email : null; }

    /// <summary>Whether the date of birth that was given is a minor's.</summary>
    public bool IsMinor { get; init; }

    /// <summary>The same, once a date of birth shows whether they're a minor. What it contradicts has to be asked again.</summary>
    public SigningAnswers KnowingAge(bool isMinor) => !isMinor && Reason == CannotSign.Minor
        ? this with { IsMinor = false, CanSign = null, Reason = null, Capacity = null }
        : this with { IsMinor = isMinor };

    /// <summary>Whether it's clear that they sign, or why they don't.</summary>
    public bool IsAnswered => Reason is not null || (CanSign == true && !IsMinor);
}
