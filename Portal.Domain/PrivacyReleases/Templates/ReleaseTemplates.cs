using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>
/// Finds the wording a document has today. Published versions never change, so the process caches them and queries only for
/// the newest number.
/// </summary>
public sealed class ReleaseTemplates(PortalDb db, ReleaseTemplates.Cache cache)
{
    /// <summary>The template used when an agency's own doesn't exist.</summary>
    public const string Generic = "generic";

    /// <summary>The versions the process has read.</summary>
    public sealed class Cache
    {
        internal ConcurrentDictionary<(string Code, int Number), ReleaseTemplateVersion> Read { get; } = new();
    }

    /// <summary>Composes the document from the newest published version of the agency's template.</summary>
    public async Task<ReleaseText> ComposeAsync(
        ReleaseDetails details, Agency agency, ReleaseRecipient recipient, string language, CancellationToken cancellation) =>
        ReleaseComposition.Compose(await CurrentAsync(agency.Rules.TemplateCode, cancellation), details, agency, recipient, language);

    /// <summary>The newest published version of the template, or of the generic template when the code is unknown.</summary>
    /// <exception cref="InvalidOperationException">No template is published, because startup didn't run.</exception>
    public async Task<ReleaseTemplateVersion> CurrentAsync(string code, CancellationToken cancellation) =>
        await NewestAsync(code, cancellation) ?? await NewestAsync(Generic, cancellation)
        ?? throw new InvalidOperationException("No release template has been published.");

    private async Task<ReleaseTemplateVersion?> NewestAsync(string code, CancellationToken cancellation)
    {
        var versions = db.Set<ReleaseTemplateVersion>().AsNoTracking().Where(v => v.Code == code);
        if (await versions.MaxAsync(v => (int?)v.Number, cancellation) is not { } number)
            return null;
        return cache.Read.TryGetValue((code, number), out var read) ? read
            : cache.Read[(code, number)] = await versions.SingleAsync(v => v.Number == number, cancellation);
    }
}
