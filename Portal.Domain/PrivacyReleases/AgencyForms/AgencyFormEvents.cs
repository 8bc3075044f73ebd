using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>An agency's blank form was uploaded as a draft. Choices for fields with the same name carried over.</summary>
public sealed record AgencyFormUploaded(Guid FormId, string Agency, int Edition, string Sha256, int Pages, int Fields) : IEvent
{
    /// <summary>The draft it replaces; null when there was none.</summary>
    public Guid? Replaces { get; init; }
}

/// <summary>Choices for the form's fields were saved.</summary>
public sealed record AgencyFormFieldsMapped(Guid FormId, string Agency, int Edition, int Filled, int Undecided) : IEvent;

/// <summary>The form's title, source, or last check changed. The event keeps the old values.</summary>
public sealed record AgencyFormDetailsChanged(Guid FormId, string Agency, int Edition, IReadOnlyList<AgencyFieldChange> Changes) : IEvent;

/// <summary>The form was published and replaced the previous version, if any.</summary>
public sealed record AgencyFormPublished(Guid FormId, string Agency, int Edition, Guid? Supersedes) : IEvent;

/// <summary>A draft was discarded.</summary>
public sealed record AgencyFormDiscarded(Guid FormId, string Agency, int Edition) : IEvent;

/// <summary>The form was retired without a replacement.</summary>
public sealed record AgencyFormRetired(Guid FormId, string Agency, int Edition) : IEvent;
