using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Desk;

/// <summary>An email about a case that was given up, with nothing delivered to the same address since.</summary>
/// <param name="Recipient">Where it was to go.</param>
/// <param name="FailedAt">When it was given up, UTC.</param>
/// <param name="Why">The reason, as <see cref="MailFailure"/> writes it.</param>
public sealed record UndeliveredMail(string Recipient, DateTime FailedAt, string? Why)
{
    /// <summary>Whether it's a letter to an agency.</summary>
    public bool IsToAgency { get; init; }
}
