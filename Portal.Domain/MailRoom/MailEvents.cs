using Portal.Domain.Platform.Activity;

namespace Portal.Domain.MailRoom;

/// <summary>An email was filed on a case.</summary>
public sealed record EmailFiled(Guid EmailId, FiledAs As) : IEvent
{
    /// <summary>The inquiry it answers; null for none.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>The documents it became; null in older events.</summary>
    public IReadOnlyList<Guid>? Documents { get; init; }
}

/// <summary>An email was set aside as not casework.</summary>
public sealed record EmailSetAside(Guid EmailId) : IEvent;

/// <summary>An email was taken back from where it was filed, and waits in the mail room.</summary>
public sealed record EmailTakenBack(Guid EmailId, FiledAs? Was) : IEvent;

/// <summary>Somebody read an email that may be an agency's answer and found that it isn't.</summary>
public sealed record EmailIsNoAnswer(Guid EmailId) : IEvent;

/// <summary>Emails that aren't casework were erased.</summary>
public sealed record EmailsErased(int Count) : IEvent;

/// <summary>A mail server reported that an email of ours didn't arrive.</summary>
public sealed record DeliveryFailed(Guid MailId, string Kind) : IEvent;
