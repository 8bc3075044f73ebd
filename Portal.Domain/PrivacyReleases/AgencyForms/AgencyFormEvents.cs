using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>A blank form of an agency came in as a draft; choices for fields of the same name were taken over.</summary>
public sealed record AgencyFormUploaded(Guid FormId, string Agency, int Edition, string Sha256, int Pages, int Fields, Guid? Replaces) : IEvent;

/// <summary>Somebody chose what goes into its fields.</summary>
public sealed record AgencyFormFieldsMapped(Guid FormId, string Agency, int Edition, int Filled, int Undecided) : IEvent;

/// <summary>What is known about the form changed; the old values stay readable here.</summary>
public sealed record AgencyFormDetailsChanged(Guid FormId, string Agency, int Edition, IReadOnlyList<AgencyFieldChange> Changes) : IEvent;

/// <summary>The form is in use from now on, in the place of an older version.</summary>
public sealed record AgencyFormPublished(Guid FormId, string Agency, int Edition, Guid? Supersedes) : IEvent;

/// <summary>A draft was thrown away.</summary>
public sealed record AgencyFormDiscarded(Guid FormId, string Agency, int Edition) : IEvent;

/// <summary>The form is no longer in use, and no other took its place.</summary>
public sealed record AgencyFormRetired(Guid FormId, string Agency, int Edition) : IEvent;
