using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Liaisons;

/// <summary>A contact was added to the directory.</summary>
public sealed record ContactAdded(Guid ContactId, string Agency) : IEvent;

/// <summary>A contact's data changed; keeps the old values, which are the agency's and no constituent's.</summary>
public sealed record ContactChanged(Guid ContactId, string Agency, IReadOnlyList<AgencyFieldChange> Changes) : IEvent;

/// <summary>Someone verified a contact.</summary>
public sealed record ContactVerified(Guid ContactId, string Agency) : IEvent;

/// <summary>A contact was removed from the directory.</summary>
public sealed record ContactEnded(Guid ContactId, string Agency) : IEvent;

/// <summary>Contacts were imported from a file.</summary>
/// <param name="Added">How many were new.</param>
/// <param name="Changed">How many had other data before.</param>
public sealed record ContactsImported(int Added, int Changed) : IEvent;
