using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Paper.Forms;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.PrivacyReleases;

/// <summary>An agency's own form, filled in for an electronic signature. The signer reads every entry before signing.</summary>
/// <param name="Lines">What each field contains, by its label on the form. The value is null for a checked box.</param>
public sealed record ReleaseForm(AgencyForm Form, IReadOnlyList<(string Label, string? Value)> Lines)
{
    /// <summary>Ties what was read to what is signed: our text and, if there's a form, every entry in it.</summary>
    public static string Sha256Of(ReleaseText text, ReleaseForm? form)
    {
        if (form is null)
            return text.Sha256();
        var entries = form.Lines.Select(l => $"{l.Label}\t{l.Value}");
        string[] lines = [text.Sha256(), form.Form.Id.ToString("N"), form.Form.Sha256, .. entries];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}

/// <summary>Finds the agency form to fill in with an electronic signature.</summary>
public sealed class ReleaseForms(AgencyFormLibrary forms, OfficePractice practice)
{
    /// <summary>The published form, filled in; null when the agency has none or its form has to be completed by hand.</summary>
    public async Task<ReleaseForm?> FindAsync(Agency agency, ReleaseDetails details, string reference, CancellationToken cancellation)
    {
        if (!agency.TakesElectronic || await forms.FindFittingAsync(agency, cancellation) is not { Map: { NeedsHand: false } map } form
            || await practice.OfficeAsync(cancellation) is not { } office)
            return null;
        var values = FormComposition.Compose(form.Title, map, new(details, agency, office.Recipient(), new(reference))).Values;
        return new(form, [.. map.Fields
            .Where(f => values.ContainsKey(f.Field.Name))
            .Select(f => (f.Field.Tooltip ?? f.Field.Name, TextOf(values[f.Field.Name])))
            .Where(l => l.Item2 is not "")]);
    }

    // Null means a checked box; an empty string, a box that stays unchecked.
    private static string? TextOf(FieldValue value) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Tick { State: not null } => null,
        _ => "",
    };
}
