using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries.Letters;

/// <summary>Open inquiries with one agency on one sheet: only what may be discussed, with masked numbers, recorded in every case.</summary>
public sealed class BatchSheetTests
{
    [Theory, OnBoth]
    public async Task A_sheet_has_what_may_be_discussed_and_names_the_rest(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var (first, second) = (await office.Given.CaseWithAgency(maria), await office.Given.CaseWithAgency(maria));
        var listed = await office.WithAsync<OpenInquiriesQuery, IReadOnlyList<OpenInquiry>>(q => q.ReadAsync(new("SSA"), maria, default));
        Assert.Equal([first.Reference, second.Reference], listed.Select(o => o.Reference).Order().Intersect([first.Reference, second.Reference]).OrderBy(r => r == second.Reference));
        var chosen = listed.Select(o => o.Inquiry.Id).ToList();
        var printed = (PrintBatchSheet.Printed)(await office.TryAsync<PrintBatchSheet>(o => o.ExecuteAsync(new("SSA", chosen), maria, default)))
            .Did(["BatchSheetPrinted", "BatchSheetPrinted"]).Outcome;
        var text = PdfTools.Run("pdftotext", printed.Pdf, "{}", "-");
        Assert.Contains(first.Reference, text, StringComparison.Ordinal);
        Assert.Contains("Open inquiries: 2", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{3}-?\d{2}-?\d{4}", text);
        Assert.Empty(printed.LeftOut);

        var release = await office.Given.Release(first.Id);
        await office.DoAsync<WithdrawRelease>(o => o.ExecuteAsync(release.Id, Actor.Constituent(first.Id), default));
        printed = (PrintBatchSheet.Printed)(await office.TryAsync<PrintBatchSheet>(o => o.ExecuteAsync(new("SSA", chosen), maria, default))).Did("BatchSheetPrinted").Outcome;
        Assert.Equal([first.Reference], printed.LeftOut);
        Assert.DoesNotContain(first.Reference, PdfTools.Run("pdftotext", printed.Pdf, "{}", "-"), StringComparison.Ordinal);
        (await office.TryAsync<PrintBatchSheet>(o => o.ExecuteAsync(new("VA", chosen), maria, default)))
            .Refused("None of these can be discussed with the agency today. Check their privacy releases.");
    }
}
