using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Handing over the cases of someone who is away, on the real pages.</summary>
public sealed class HandOverPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_manager_sees_who_is_away_and_hands_the_cases_over()
    {
        var (_, maria) = await site.StaffAsync(StaffRole.Caseworker, "Maria");
        var (_, ben) = await site.StaffAsync(StaffRole.Caseworker, "Ben");
        var (manager, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Olga");
        var (intern, _) = await site.StaffAsync(StaffRole.Intern, "Ivy");
        using var constituent = site.Browser();
        var reference = (await constituent.AskForHelpAsync(new() { Topic = null })).Reference();
        await site.ReadAsync(async db =>
        {
            (await db.Set<Case>().SingleAsync(c => c.Reference == reference)).AssignTo(maria.Id);
            (await db.Set<StaffMember>().SingleAsync(s => s.Id == maria.Id)).AbsentFrom = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddDays(-2));
            return await db.SaveChangesAsync();
        });

        var list = await manager.GetAsync(Links.Office.Away);
        Assert.Contains("Maria: 1 open cases.", list.Text, StringComparison.Ordinal);
        Assert.Equal("Away", list.Document.QuerySelector(".queue__who .chip")!.TextContent);
        Assert.NotNull((await manager.GetAsync(Links.Office.Case(reference))).Document.QuerySelector("dd .chip--look"));
        Assert.Equal(HttpStatusCode.Forbidden, (await intern.GetAsync(Links.Office.HandOver(maria.Id!.Value))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(Links.Office.HandOver(Guid.CreateVersion7()))).Status);

        var page = await manager.GetAsync(Links.Office.HandOver(maria.Id.Value));
        page = await page.Form("Hand over cases").SendAsync();
        Assert.Equal("Choose who takes over the cases.", Assert.Single(page.Errors).Sentence);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("input[name=Taker]"), i => i.GetAttribute("value") == maria.Id.ToString());
        page = await page.Form("Hand over cases").Fill("Taker", ben.Id!.Value.ToString()).SendAsync();
        Assert.Contains("Cases handed over: 1.", page.Text, StringComparison.Ordinal);
        Assert.Equal(ben.Id, await site.ReadAsync(db => db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.AssignedToId).SingleAsync()));
        Assert.Contains("Case handed over from Maria to Ben.", (await manager.GetAsync(Links.Office.Case(reference))).Text, StringComparison.Ordinal);
        Assert.Contains(await site.MailsAsync(), m => m is { To: "ben@nunez.example.gov", Subject: "You have new cases" });
    }

    [Fact]
    public async Task An_administrator_plans_who_takes_over()
    {
        var (admin, _) = await site.StaffAsync(StaffRole.Administrator, "Ada");
        var (_, cy) = await site.StaffAsync(StaffRole.Caseworker, "Cy");
        var (_, di) = await site.StaffAsync(StaffRole.Caseworker, "Di");
        var page = await admin.GetAsync(Links.Office.StaffMember(cy.Id!.Value));
        await page.Form("Save").Fill("Input.HandOverToId", di.Id!.Value.ToString()).SendAsync();
        Assert.Equal(di.Id, await site.ReadAsync(db => db.Set<StaffMember>().Where(s => s.Id == cy.Id).Select(s => s.HandOverToId).SingleAsync()));
        page = await (await admin.GetAsync(Links.Office.StaffMember(cy.Id.Value))).Form("Save").Forge("Input.HandOverToId", cy.Id.Value.ToString()).SendAsync();
        Assert.NotEmpty(page.Errors);
    }
}
