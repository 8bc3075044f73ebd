using System.Net;
using Portal.Tests.Support;
using Portal.Web.Hosting;

namespace Portal.Tests.Web.Hosting;

/// <summary>A form that is too large or broken is told so, never that the page was open too long.</summary>
public sealed class LargeBodyTests(LargeBodyTests.Site site) : IClassFixture<LargeBodyTests.Site>
{
    private const string TooLarge = "What you sent is too large";

    [Theory]
    [InlineData("/verify", 62)]
    [InlineData("/request/documents", 70)]
    [InlineData("/release/unknown/paper", 70)]
    [InlineData("/release/unknown/signer", 70)]
    [InlineData("/status/case", 70)]
    public async Task A_file_over_the_limit_of_its_page_is_too_large(string path, int megabytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[megabytes * 1_000_000]), "Upload", "large.pdf" } };
        await IsAsync(HttpStatusCode.RequestEntityTooLarge, TooLarge, path, form);
    }

    [Fact]
    public async Task Too_many_fields_are_too_large()
    {
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 2_000).Select(i => KeyValuePair.Create("f" + i, "x")));
        await IsAsync(HttpStatusCode.RequestEntityTooLarge, TooLarge, "/request/story", form);
    }

    [Fact]
    public async Task A_field_over_the_limit_is_too_large()
    {
        using var form = new FormUrlEncodedContent([new("Input.Happened", new string('x', 5_000_000))]);
        await IsAsync(HttpStatusCode.RequestEntityTooLarge, TooLarge, "/request/story", form);
    }

    [Fact]
    public async Task A_form_that_was_cut_short_could_not_be_read()
    {
        using var form = new StringContent("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf");
        form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        await IsAsync(HttpStatusCode.BadRequest, "We couldn't read what you sent", "/request/story", form);
    }

    [Fact]
    public async Task A_form_without_its_token_timed_out()
    {
        using var form = new FormUrlEncodedContent([new("a", "b")]);
        await IsAsync(HttpStatusCode.BadRequest, "Your session timed out", "/request/story", form);
    }

    [Fact]
    public async Task Files_in_work_are_limited_by_their_size_and_the_others_wait()
    {
        using var turns = new FilesAtOnce();
        var first = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => turns.WaitAsync(59_000_000, default)));
        var fifth = turns.WaitAsync(59_000_000, default);
        Assert.False(fifth.IsCompleted);
        var photo = turns.WaitAsync(2_000_000, default);
        Assert.False(photo.IsCompleted);
        first[0]!.Dispose();
        Assert.NotNull(await fifth);
        first[1]!.Dispose();
        Assert.NotNull(await photo);
    }

    private async Task IsAsync(HttpStatusCode status, string heading, string path, HttpContent form)
    {
        using var browser = site.Browser();
        await browser.GetAsync("/request/story");
        var page = await browser.PostAsync(path, form);
        Assert.Equal(status, page.Status);
        Assert.Contains(heading, page.Text, StringComparison.Ordinal);
    }

    public sealed class Site : SiteHost;
}
