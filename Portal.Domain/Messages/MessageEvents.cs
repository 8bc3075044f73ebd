using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Messages;

/// <summary>The office wrote to the constituent.</summary>
public sealed record MessageSent(Guid MessageId) : IEvent
{
    /// <summary>Whether staff mailed it or read it to someone who has no email address.</summary>
    public bool IsBroughtByHand { get; init; }
}

/// <summary>The constituent wrote to the office.</summary>
public sealed record MessageReceived(Guid MessageId) : IEvent;

/// <summary>A staff-only note was written.</summary>
public sealed record NoteWritten(Guid NoteId) : IEvent;

/// <summary>The office asked the constituent for something.</summary>
public sealed record InformationRequested(Guid InformationRequestId, DateOnly DueOn) : IEvent;

/// <summary>The constituent says they did what we asked.</summary>
public sealed record InformationProvided(Guid InformationRequestId) : IEvent;

/// <summary>The office no longer needs what it asked for.</summary>
public sealed record InformationRequestCanceled(Guid InformationRequestId) : IEvent;

/// <summary>The constituent was reminded of something we asked for.</summary>
public sealed record InformationReminderSent(Guid InformationRequestId) : IEvent;

/// <summary>Tells the constituent that the office wrote a message.</summary>
/// <param name="NeededBy">The day something we asked for is due; null when nothing is.</param>
public sealed record NewMessageMail(string Reference, DateOnly? NeededBy) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("There's news on case {0}", Reference),
    [
        desk.T("We have something to tell you about case {0}. To protect your privacy, it's on your case page, not in this email.", Reference),
        .. NeededBy is { } day ? [desk.T("We need something from you by {0}.", desk.Day(day))] : Array.Empty<string>(),
    ])
    {
        Link = (desk.T("Read it"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Tells the constituent that the office needs something by a date.</summary>
public sealed record InformationRequestedMail(string Reference, DateOnly DueOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We need something from you by {1} (case {0})", Reference, desk.Day(DueOn)),
        [desk.T("To keep working on case {0}, we need something from you by {1}. Your case page says what it is.", Reference, desk.Day(DueOn))])
    {
        Link = (desk.T("See what we need"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}
