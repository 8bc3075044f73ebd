namespace Portal.Tests.Browser;

/// <summary>The page check that every browser test relies on must be able to fail.</summary>
public sealed class VisitorTests(RunningPortal portal)
{
    [Theory]
    [InlineData("<html lang=en><title>A</title><main><h1>A</h1><img src=a.png></main>", "image-alt")]
    [InlineData("<html lang=en><title>A</title><main><h1>A</h1><p style='color:#999'>Pale</p></main>", "color-contrast")]
    [InlineData("<html lang=en><title>A</title><main><h1>A</h1><p style='width:9999px'>Wide</p></main>", "wider than the screen")]
    [InlineData("<html lang=es><title>A</title><main><h1>A</h1></main>", "is in es")]
    public async Task The_page_check_detects_flawed_pages(string page, string says)
    {
        await using var visitor = await Visitor.ComeAsync(portal);
        await visitor.Page.SetContentAsync(page);
        var refusal = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visitor.LookAsync);
        Assert.Contains(says, refusal.Message);
    }
}
