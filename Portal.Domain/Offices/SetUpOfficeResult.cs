using Portal.Domain.Platform;

namespace Portal.Domain.Offices;

/// <summary>The results of setting up the office.</summary>
public static class SetUpOfficeResult
{
    /// <summary>The office has the requested settings.</summary>
    /// <param name="Office">The stored office.</param>
    /// <param name="Created">Whether it didn't exist before.</param>
    /// <param name="Changed">Whether anything was written; false when there was nothing to change.</param>
    public sealed record Done(bool Created, Office Office, bool Changed) : Outcome.Success;

    /// <summary>Nothing was written.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="Text">An English sentence, which is also the key of its translation; {0} is <paramref name="Value"/>.</param>
    /// <param name="Value">The invalid value as entered.</param>
    public sealed record Refused(SetUpOfficeRefusal Why, string Text, string Value = "") : Outcome;
}

/// <summary>Why the office was not set up.</summary>
public enum SetUpOfficeRefusal
{
    /// <summary>No imported legislator has this Bioguide identifier.</summary>
    UnknownMember,

    /// <summary>No legislators have been imported, so none can be named.</summary>
    NoMembers,

    /// <summary>The Member's name is missing.</summary>
    NameMissing,

    /// <summary>The chamber is missing.</summary>
    ChamberMissing,

    /// <summary>The state is missing, unknown, military mail, or has no seat in that chamber.</summary>
    StateInvalid,

    /// <summary>A House office without a district, or a Senate office with one.</summary>
    DistrictInvalid,

    /// <summary>Not an IANA time zone.</summary>
    TimeZoneInvalid,

    /// <summary>Not an http or https address.</summary>
    WebsiteInvalid,

    /// <summary>An invalid phone number or email address.</summary>
    ContactInvalid,

    /// <summary>A number out of range.</summary>
    IntervalInvalid,

    /// <summary>A location has no label or city, an unknown state, or another location's label.</summary>
    LocationInvalid,

    /// <summary>Someone else changed the office in the meantime.</summary>
    Stale,
}
