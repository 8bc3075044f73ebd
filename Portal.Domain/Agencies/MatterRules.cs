namespace Portal.Domain.Agencies;

/// <summary>
/// What an agency requires for one kind of matter, where that differs from its general rules: a passport needs other numbers than
/// a visa, and earnings records need a form that a missing payment doesn't.
/// </summary>
public sealed record MatterRules
{
    /// <summary>In place of a form's name: the matter has none, although the agency does.</summary>
    public const string NoForm = "none";

    /// <summary>Names of the ID numbers it needs, comma-separated; null for those of the agency.</summary>
    public string? Identifiers { get; init; }

    /// <summary>How the release must be signed; null for the agency's general rule.</summary>
    public SignatureClass? Signature { get; init; }

    /// <summary>The agency's own form for the matter; null for the agency's general form, <see cref="NoForm"/> for none.</summary>
    public string? Form { get; init; }

    /// <summary>Whether the release includes tax information, which some agencies release only on a signature in ink.</summary>
    public bool CoversTax { get; init; }

    /// <summary>The agency's rules with this matter's in their place.</summary>
    internal AgencyReleaseRules On(AgencyReleaseRules rules)
    {
        var signature = Signature ?? rules.Signature;
        return rules with
        {
            RequiredIdentifiers = Identifiers is null ? rules.RequiredIdentifiers : [.. Identifiers.Split(',', StringSplitOptions.RemoveEmptyEntries)],
            Signature = signature == SignatureClass.Electronic && CoversTax && rules.TaxInInk ? SignatureClass.Ink : signature,
            Form = Form is NoForm ? null : Form ?? rules.Form,
        };
    }
}
