using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>Loads the agencies that ship with this build. Never overwrites an administrator's changes.</summary>
public sealed class AgencySeed(PortalDb db)
{
    private sealed record Row(string Code, Bilingual Name, Bilingual ShortName, Bilingual Article, AgencyReleaseRules Rules, string Source)
    {
        public Bilingual? ShortArticle { get; init; }
        public string? Notes { get; init; }

        public string? NotesEs { get; init; }

        public Bilingual? PublicNote { get; init; }

        public int? AcknowledgmentDays { get; init; }

        public int? InterimDays { get; init; }

        public int? FinalDays { get; init; }

        public DateOnly? VerifiedOn { get; init; }
    }

    /// <summary>Adds the agencies that are missing; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<Agency>().Select(a => a.Code).ToListAsync(cancellation);
        db.AddRange(Read().Where(a => !known.Contains(a.Code)));
    }

    /// <summary>The agencies as they ship with Portal.</summary>
    public static IEnumerable<Agency> Read()
    {
        var patternOf = FollowUpPattern.Read();
        return SeedFile.Read<Row[]>("agencies.json").Select(r => ToAgency(r, patternOf(r.Code)));
    }

    private static Agency ToAgency(Row row, FollowUpPattern pattern) => new()
    {
        Code = row.Code,
        Name = row.Name.En,
        NameEs = row.Name.Es,
        ShortName = row.ShortName.En,
        ShortNameEs = row.ShortName.Es,
        Article = row.Article.En,
        ArticleEs = row.Article.Es,
        ShortArticle = (row.ShortArticle ?? row.Article).En,
        ShortArticleEs = (row.ShortArticle ?? row.Article).Es,
        Rules = row.Rules,
        PublicNote = row.PublicNote?.En,
        PublicNoteEs = row.PublicNote?.Es,
        Notes = row.Notes,
        NotesEs = row.NotesEs,
        AcknowledgmentDays = row.AcknowledgmentDays,
        InterimDays = row.InterimDays,
        FinalDays = row.FinalDays,
        FollowUpDays = pattern.BusinessDays,
        FollowUpsBeforeEscalation = pattern.FollowUps,
        FollowUpSource = pattern.Source,
        Source = row.Source,
        VerifiedOn = row.VerifiedOn,
    };
}
