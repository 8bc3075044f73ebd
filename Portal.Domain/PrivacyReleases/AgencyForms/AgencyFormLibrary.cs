using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Finds agencies' own forms and fills them in. Read-only.</summary>
public sealed class AgencyFormLibrary(PortalDb db, Vault vault, IDocumentStore store, FormFilling filling)
{
    /// <summary>The published form; null when we have none for the agency.</summary>
    public Task<AgencyForm?> FindPublishedAsync(string agencyCode, CancellationToken cancellation) => db.Set<AgencyForm>().AsNoTracking()
        .SingleOrDefaultAsync(f => f.AgencyCode == agencyCode && f.State == AgencyFormState.Published, cancellation);

    /// <summary>The published form to fill in; null when we have none or the matter needs another form than the agency's usual one.</summary>
    public async Task<AgencyForm?> FindFittingAsync(Agency agency, CancellationToken cancellation) =>
        agency.HasFormForMatter ? null : await FindPublishedAsync(agency.Code, cancellation);

    /// <summary>Every version, newest first.</summary>
    public async Task<IReadOnlyList<AgencyForm>> VersionsAsync(string agencyCode, CancellationToken cancellation) =>
        await db.Set<AgencyForm>().AsNoTracking().Where(f => f.AgencyCode == agencyCode).OrderByDescending(f => f.Edition).ToListAsync(cancellation);

    /// <summary>One version; null when it doesn't exist.</summary>
    public Task<AgencyForm?> FindAsync(string agencyCode, int edition, CancellationToken cancellation) =>
        db.Set<AgencyForm>().AsNoTracking().SingleOrDefaultAsync(f => f.AgencyCode == agencyCode && f.Edition == edition, cancellation);

    /// <summary>The blank as the agency published it; null when its file is missing or was changed.</summary>
    public async Task<byte[]?> BlankAsync(AgencyForm form, CancellationToken cancellation)
    {
        try
        {
            var bytes = await store.ReadBytesAsync(await vault.OpenAsync(form.Id, cancellation), form.StoredName, cancellation);
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == form.Sha256 ? bytes : null;
        }
        catch (Exception lost) when (lost is FileNotFoundException or CryptographicException or KeyErasedException)
        {
            return null;
        }
    }

    /// <summary>
    /// The form filled in, ready to seal or, when the moment has no signature, to print and sign. Null when the blank is missing
    /// or can't be filled. The same facts give the same bytes.
    /// </summary>
    public async Task<byte[]?> FillAsync(
        AgencyForm form, ReleaseDetails details, Agency agency, ReleaseRecipient to, FormMoment moment, CancellationToken cancellation)
    {
        if (await BlankAsync(form, cancellation) is not { } blank)
            return null;
        try
        {
            return filling.Fill(blank, FormComposition.Compose(form.Title, form.Map, new(details, agency, to, moment)));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
