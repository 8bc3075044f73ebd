using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>A case was given to somebody, or to nobody.</summary>
public sealed record CaseAssigned(Guid? From, Guid? To) : IEvent;

/// <summary>A caseworker took the case on.</summary>
public sealed record CaseAccepted : IEvent;

/// <summary>The priority was changed.</summary>
public sealed record PriorityChanged(Priority From, Priority To) : IEvent;

/// <summary>What the case is about was changed.</summary>
public sealed record TopicChanged(string? FromTopic, string? ToTopic, string? FromAgency, string? ToAgency) : IEvent;

/// <summary>Staff found that the office may help this person.</summary>
public sealed record ResidencyConfirmed(Offices.ResidencyFinding Was) : IEvent;

/// <summary>Staff read what the constituent wrote or sent; it needed no answer.</summary>
public sealed record MarkedAsRead : IEvent;

/// <summary>The days between two regular updates were changed.</summary>
public sealed record UpdateIntervalChanged(int? From, int? To) : IEvent;
