using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>The draft of a release template was changed.</summary>
/// <param name="Code">The template.</param>
/// <param name="Version">The version of the draft that was saved.</param>
public sealed record TemplateDraftSaved(string Code, int Version) : IEvent;

/// <summary>A draft was published as the version people sign from now on.</summary>
/// <param name="Code">The template.</param>
/// <param name="Version">The number of the published version.</param>
public sealed record TemplatePublished(string Code, int Version) : IEvent;
