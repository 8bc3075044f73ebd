using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Staff;

/// <summary>Somebody was added to the staff.</summary>
public sealed record StaffAdded(Guid StaffId, StaffRole Role) : IEvent;

/// <summary>Role, languages, specialties or absence of somebody changed.</summary>
public sealed record StaffChanged(Guid StaffId, StaffRole Role, DateOnly? AbsentFrom, DateOnly? AbsentUntil) : IEvent;

/// <summary>An account was shut.</summary>
public sealed record StaffDeactivated(Guid StaffId) : IEvent;

/// <summary>An account was opened again.</summary>
public sealed record StaffReactivated(Guid StaffId) : IEvent;

/// <summary>A one-time enrollment link was made.</summary>
public sealed record EnrollmentLinkCreated(Guid StaffId) : IEvent;

/// <summary>Somebody set up their sign-in.</summary>
public sealed record StaffEnrolled(Guid StaffId, string With) : IEvent;

/// <summary>Somebody signed in.</summary>
public sealed record StaffSignedIn(Guid StaffId, string With) : IEvent;

/// <summary>Somebody signed out.</summary>
public sealed record StaffSignedOut(Guid StaffId) : IEvent;

/// <summary>An identity number was shown in full.</summary>
public sealed record IdNumberViewed(string Name) : IEvent;
