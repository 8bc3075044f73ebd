using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Messages;

/// <summary>The office wrote to the constituent.</summary>
public sealed record MessageSent(Guid MessageId) : IEvent;

/// <summary>The constituent wrote to the office.</summary>
public sealed record MessageReceived(Guid MessageId) : IEvent;

/// <summary>A staff-only note was written.</summary>
public sealed record NoteWritten(Guid NoteId) : IEvent;

/// <summary>The office asked the constituent for something.</summary>
public sealed record InformationRequested(Guid InformationRequestId, DateOnly DueOn) : IEvent;

/// <summary>The constituent says that it is done.</summary>
public sealed record InformationProvided(Guid InformationRequestId) : IEvent;

/// <summary>The office no longer needs it.</summary>
public sealed record InformationRequestCancelled(Guid InformationRequestId) : IEvent;

/// <summary>The constituent was reminded of something asked.</summary>
public sealed record InformationReminderSent(Guid InformationRequestId) : IEvent;

/// <summary>There is something to read on the status page.</summary>
public sealed record SomethingToReadMail(string Reference) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("News about your case {0}", Reference),
        [desk.T("There is news about your case {0}. For your privacy it is not in this mail; please read it on our website.", Reference)])
    {
        Link = (desk.T("Read the news"), desk.Page("/status")),
    };
}

/// <summary>The office needs something by a date.</summary>
public sealed record InformationRequestedMail(string Reference, DateOnly DueOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("We need something from you for case {0}", Reference),
        [desk.T("To go on with your case {0} we need something from you by {1}. Please look at the status page to see what it is.", Reference, desk.Day(DueOn))])
    {
        Link = (desk.T("See what is needed"), desk.Page("/status")),
    };
}
