using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Staff;

/// <summary>A staff member was added.</summary>
public sealed record StaffAdded(Guid StaffId, StaffRole Role) : IEvent;

/// <summary>A staff member's details, such as role or absence, changed.</summary>
public sealed record StaffChanged(Guid StaffId, StaffRole Role, DateOnly? AbsentFrom, DateOnly? AbsentUntil) : IEvent;

/// <summary>An account was deactivated.</summary>
public sealed record StaffDeactivated(Guid StaffId) : IEvent;

/// <summary>An account was reactivated.</summary>
public sealed record StaffReactivated(Guid StaffId) : IEvent;

/// <summary>A one-time enrollment link was created.</summary>
public sealed record EnrollmentLinkCreated(Guid StaffId) : IEvent;

/// <summary>A staff member set up their sign-in.</summary>
public sealed record StaffEnrolled(Guid StaffId, string With) : IEvent;

/// <summary>A staff member signed in.</summary>
public sealed record StaffSignedIn(Guid StaffId, string With) : IEvent;

/// <summary>A staff member signed out.</summary>
public sealed record StaffSignedOut(Guid StaffId) : IEvent;

/// <summary>An ID number was shown in full.</summary>
public sealed record IdNumberViewed(string Name) : IEvent;
