using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>The queue keeps its filters in its address.</summary>
public sealed class QueueTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Queue_filters_are_kept_in_the_address_and_restored_after_a_case()
    {
        using var person = site.Browser();
        var payment = (await person.AskForHelpAsync(new() { Email = "q1@example.org" })).Reference();
        using var other = site.Browser();
        var refund = (await other.AskForHelpAsync(new() { Topic = "irs-refund", Email = "q2@example.org" })).Reference();
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker);

        var page = await (await browser.GetAsync("/office/queue?view=open")).Form("Filter").Fill("Topic", "irs-refund").SendAsync();
        Assert.Contains("topic=irs-refund", page.Path, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(refund, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(payment, page.Text, StringComparison.Ordinal);
        var link = page.Document.QuerySelector($"a[href^='/office/cases/{refund}']")!.GetAttribute("href")!;
        var back = (await browser.GetAsync(link)).Document.QuerySelector(".crumb a")!.GetAttribute("href")!;
        Assert.Contains("topic=irs-refund", back, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(payment, (await browser.GetAsync(back)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_queue_filter_survives_a_round_trip_through_its_address()
    {
        var filter = new CaseQueueFilter(QueueView.Agency) { Agency = "SSA", Topic = "ssa-missing-payment" };
        Assert.Equal(filter, QueueAddress.FilterOf(QueueAddress.Write(filter)));
    }
}
