using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>The person confirmed the request that staff wrote down for them.</summary>
public sealed record RequestConfirmed(ConfirmedHow How) : IEvent;

/// <summary>What staff have to know before contacting the person was changed.</summary>
public sealed record AccommodationChanged : IEvent;

/// <summary>A case was assigned or unassigned.</summary>
public sealed record CaseAssigned(Guid? From, Guid? To) : IEvent;

/// <summary>A caseworker accepted the case.</summary>
public sealed record CaseAccepted : IEvent;

/// <summary>The priority was changed.</summary>
public sealed record PriorityChanged(Priority From, Priority To) : IEvent;

/// <summary>The case's topic or agency changed.</summary>
public sealed record TopicChanged(string? FromTopic, string? ToTopic, string? FromAgency, string? ToAgency) : IEvent;

/// <summary>Staff confirmed that the office may help this constituent.</summary>
public sealed record ResidencyConfirmed(Offices.ResidencyFinding Was) : IEvent;

/// <summary>Staff read what the constituent wrote or sent; it needed no answer.</summary>
public sealed record MarkedAsRead : IEvent;

/// <summary>The days between two regular updates were changed.</summary>
public sealed record UpdateIntervalChanged(int? From, int? To) : IEvent;
