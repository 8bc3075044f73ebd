using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Adds the release templates that come with the product, as published versions. Templates that already exist aren't changed.</summary>
public sealed class ReleaseTemplateSeed(PortalDb db, TimeProvider clock)
{
    // Number is that of the first published version. Version 1 of the generic template was compiled into the program.
    private sealed record Row(string Code, Bilingual Name, int Number, Bilingual Title, ReleaseClause[] Clauses)
    {
        public required string Source { get; init; }

        public DateOnly? VerifiedOn { get; init; }
    }

    /// <summary>Adds the templates that are missing. Doesn't save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<ReleaseTemplate>().Select(t => t.Code).ToListAsync(cancellation);
        foreach (var (draft, version) in Read(clock.GetUtcNow().UtcDateTime).Where(t => !known.Contains(t.Draft.Code)))
            db.AddRange(draft, version);
    }

    /// <summary>Each template that comes with the product, with its first published version.</summary>
    public static IReadOnlyList<(ReleaseTemplate Draft, ReleaseTemplateVersion Version)> Read(DateTime now) =>
        [.. SeedFile.Read<Row[]>("release-templates.json").Select(row =>
        {
            var draft = ToDraft(row);
            return (draft, ReleaseTemplateVersion.From(draft, row.Number, now, by: null));
        })];

    private static ReleaseTemplate ToDraft(Row row) => new()
    {
        Code = row.Code,
        Name = row.Name.En,
        NameEs = row.Name.Es,
        Wording = TemplateJson.Write(new(row.Title, row.Clauses)),
        Source = row.Source,
        VerifiedOn = row.VerifiedOn,
    };
}
