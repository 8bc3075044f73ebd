using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Paper.Forms;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.PrivacyReleases;

/// <summary>An agency's own form as it goes along with an electronic signature: the signer reads every entry before signing.</summary>
/// <param name="Lines">What stands in each field, by the field's own words; a tick has no words.</param>
public sealed record ReleaseForm(AgencyForm Form, IReadOnlyList<(string Label, string? Value)> Lines)
{
    /// <summary>Ties what was read to what is signed: our text, and every entry of the form where there is one.</summary>
    public static string Sha256Of(ReleaseText text, ReleaseForm? form) => form is null ? text.Sha256()
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [text.Sha256(), form.Form.Id.ToString("N"), form.Form.Sha256, .. form.Lines.Select(l => $"{l.Label}\t{l.Value}")]))));
}

/// <summary>Finds the form that goes along with an electronic signature.</summary>
public sealed class ReleaseForms(AgencyFormLibrary forms, OfficePractice practice)
{
    /// <summary>The form in use, filled in; null when the agency has none, or one that has to be completed by hand.</summary>
    public async Task<ReleaseForm?> FindAsync(Agency agency, ReleaseDetails details, string reference, CancellationToken cancellation)
    {
        if (!agency.TakesElectronic || await forms.FindPublishedAsync(agency.Code, cancellation) is not { Map: { NeedsHand: false } map } form
            || await practice.OfficeAsync(cancellation) is not { } office)
            return null;
        var values = FormComposition.Compose(form.Title, map, new(details, agency, office.Recipient(), new(reference))).Values;
        return new(form, [.. map.Fields.Where(f => values.ContainsKey(f.Field.Name)).Select(f => (f.Field.Tooltip ?? f.Field.Name, WordsOf(values[f.Field.Name]))).Where(l => l.Item2 is not "")]);
    }

    // Null stands for a tick, nothing for a box that stays empty.
    private static string? WordsOf(FieldValue value) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Tick { State: not null } => null,
        _ => "",
    };
}
