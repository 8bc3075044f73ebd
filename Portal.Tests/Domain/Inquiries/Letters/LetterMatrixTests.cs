using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Liaisons;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Support;
using UglyToad.PdfPig;

namespace Portal.Tests.Domain.Inquiries.Letters;

/// <summary>Every agency, every permitted request, every way to send a letter: what comes out is whole.</summary>
public sealed class LetterMatrixTests
{
    private static readonly InquiryMethod[] Written = [InquiryMethod.Email, InquiryMethod.Letter, InquiryMethod.Fax, InquiryMethod.AgencyPortal];

    [Fact]
    public async Task Every_letter_has_its_pages_in_order_its_reference_on_each_and_no_field_left()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        await office.Given.Contact(maria);
        var situation = (await office.WithAsync<LetterDesk, LetterSituation?>(d => d.ReadAsync(@case.Id, "SSA", null, "Maria", default)))!;
        var enclosures = await office.WithAsync<LetterEnclosures, IReadOnlyList<LetterEnclosure>>(e =>
            e.ReadAsync(LetterComposer.Propose(situation, PermittedAsk.InformationOrStatus), situation, default));
        var release = Assert.Single(enclosures);
        var wrong = new List<string>();
        var count = 0;
        foreach (var agency in (await office.AllAsync<Agency>()).Where(a => a.Code != Agency.NotFederal))
            foreach (var ask in Enum.GetValues<PermittedAsk>())
            {
                var its = situation with { Agency = agency, ContestedOn = new(2026, 11, 2) };
                var letter = LetterComposer.Propose(its, ask, ReconsiderationReason.Statute);
                if (letter.Blocks.Values.Any(b => b.Contains('{', StringComparison.Ordinal)) || LetterGuards.NumberIn(LetterPaper.Subject(its)) is not null)
                    wrong.Add($"{agency.Code} {ask}: a field is left, or the subject has a number");
                foreach (var method in Written)
                {
                    count++;
                    var pdf = await office.WithAsync<PaperPrinter, byte[]>(p => Task.FromResult(p.Print(LetterPaper.Lay(letter, its, method, enclosures, office.Clock.Utc))));
                    if (Problem(pdf, its, release) is { } problem)
                        wrong.Add($"{agency.Code} {ask} {method}: {problem}");
                }
            }

        Assert.Empty(wrong.Take(10));
        Assert.True(count > 1000, $"{count}");
    }

    [Fact]
    public async Task The_release_beside_the_letter_keeps_its_seal()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var release = await office.Given.Release(@case.Id);
        var pdf = await office.WithAsync<IDocumentStore, byte[]>(async store => await office.WithAsync<Vault, byte[]>(async vault =>
        {
            await using var content = await store.OpenReadAsync(await vault.OpenAsync(@case.Id, default), release.Signature!.PdfName, default);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            return copy.ToArray();
        }));
        Assert.Contains("Signature is Valid", PdfTools.Run("pdfsig", pdf, "-nocert", "{}"), StringComparison.Ordinal);
    }

    // Letter first, then the release; each page says whose it is and which of how many.
    private static string? Problem(byte[] pdf, LetterSituation situation, LetterEnclosure release)
    {
        using var document = PdfDocument.Open(pdf);
        var pages = document.GetPages().Select(p => string.Concat(p.Letters.Select(l => l.Value))).ToList();
        var missing = pages.FindIndex(p => !p.Contains(situation.Reference, StringComparison.Ordinal));
        return missing >= 0 ? $"page {missing + 1} has no reference"
            : !pages[0].Contains("Re:", StringComparison.Ordinal) ? "the first page isn't the letter"
            : !pages[^(release.Pages!.Value)].Contains("Privacy", StringComparison.OrdinalIgnoreCase) ? "the release isn't last"
            : !pages[^1].Contains($"Page {pages.Count} of {pages.Count}", StringComparison.Ordinal) && !pages[^1].Contains($"Page{pages.Count}of{pages.Count}", StringComparison.Ordinal)
                ? "the last page isn't numbered"
            : null;
    }
}
