using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.Platform.Files;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Domain.Paper.Harmless;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Uploaded files: which are accepted, under which name, and which are refused for which reason.</summary>
public sealed class UploadTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "nothing.pdf", "", "This file is empty" },
        { "letter.docx", "zip:[Content_Types].xml", "office document" },
        { "papers.zip", "zip:a.txt", "compressed folder" },
        { "page.html", "<!DOCTYPE html><script>alert(1)</script>", "web page" },
        { "drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "web page" },
        { "virus.com", Sample.Eicar, "We can't open this type of file" },
        { "notes.txt", "hello", "We can't open this type of file" },
        { "cut.pdf", "%PDF-1.7\n1 0 obj", "damaged" },
        { "locked.pdf", "locked:", "password" },
        { "adobe.pdf", "pdf:catalog:/AcroForm << /XFA [(template) 3 0 R] /Fields [] >>", "Only Adobe's own program" },
        { "folder.pdf", "pdf:catalog:/Collection << >> /Names << /EmbeddedFiles << /Names [] >> >>", "folder with other files" },
        { "photo.heic", "\0\0\0\u0018ftypheic\0\0\0\0heicmif1", "damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Unsuitable_files_are_refused_with_a_reason(string name, string content, string reason)
    {
        using var browser = site.Browser();
        var page = await UploadAsync(browser, name, BytesOf(content));
        Assert.Contains(reason, Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        Assert.Equal("Upload", page.Errors[0].Field);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".files li"));
    }

    [Theory]
    [InlineData(26, "larger than 25 MB")]
    [InlineData(70, null)]
    public async Task Files_that_are_too_large_are_reported(int megabytes, string? reason)
    {
        using var browser = site.Browser();
        var page = await UploadAsync(browser, "large.pdf", [.. "%PDF-1.7\n"u8, .. new byte[megabytes * 1024 * 1024]]);
        if (reason is not null)
            Assert.Contains(reason, Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        else
            Assert.Contains("too large", page.Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\Users\\ana\\letter.pdf", "letter.pdf")]
    [InlineData("invoice\u202efdp.exe.pdf", "invoicefdp.exe.pdf")]
    [InlineData("a<script>|b?.pdf", "a_script__b_.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("مستند ñ 文件.pdf", "مستند ñ 文件.pdf")]
    [InlineData("photo.jpg", "photo.pdf")]
    [InlineData("letter.pdf.exe", "letter.pdf")]
    [InlineData("scan", "scan.pdf")]
    public async Task File_names_are_made_safe(string claimed, string kept)
    {
        using var browser = site.Browser();
        var page = await UploadAsync(browser, claimed, Sample.PlainPdf());
        var shown = page.Document.QuerySelector(".files strong")?.TextContent;
        Assert.Equal(kept, shown);
    }

    [Fact]
    public async Task Several_files_are_added_at_once_or_as_pages_of_one_document()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/documents")).Form("Add this file")
            .Attach("Upload", "letter.pdf", Sample.PlainPdf()).Attach("Upload", "IMG_1.jpg", PictureCopyTests.Iphone).SendAsync();
        Assert.Equal(["letter.pdf", "IMG_1.jpg"], page.Document.QuerySelectorAll(".files strong").Select(e => e.TextContent));
        page = await page.Form("Add this file").Fill("AsOne", "true")
            .Attach("Upload", "page 1.heic", PictureCopyTests.Iphone).Attach("Upload", "page 2.png", Sample.Png()).SendAsync();
        Assert.Equal(["letter.pdf", "IMG_1.jpg", "page 1.pdf"], page.Document.QuerySelectorAll(".files strong").Select(e => e.TextContent));
        page = await page.Form("Add this file").Attach("Upload", "good.png", Sample.Png(2, 1)).Attach("Upload", "bad.html", "<html>"u8.ToArray()).SendAsync();
        Assert.Contains("“bad.html”", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        Assert.Equal(3, (await browser.GetAsync("/request/documents")).Document.QuerySelectorAll(".files li").Length);
    }

    [Fact]
    public async Task Without_a_scanner_files_are_marked_as_not_scanned()
    {
        using var browser = site.Browser();
        var page = await UploadAsync(
            browser, "infected.pdf", Sample.PlainPdf($"% {Sample.Eicar}\n"));
        Assert.Contains("infected.pdf", page.Text, StringComparison.Ordinal);
        await site.WithAsync<DocumentPendingJob, int>(job => job.RunAsync(default));
        var document = (await site.ReadAsync(db => db.Set<Document>().AsNoTracking().ToListAsync())).Single(d => d.FileName == "infected.pdf");
        Assert.Equal(DocumentState.Unscanned, document.State);
    }

    [Fact]
    public async Task A_removed_file_is_deleted()
    {
        using var browser = site.Browser();
        await UploadAsync(browser, "wrong.pdf", Sample.PlainPdf("% wrong\n"));
        var page = await UploadAsync(browser, "right.png", Sample.Png());
        var stored = (await site.ReadAsync(db => db.Set<Document>().AsNoTracking().ToListAsync())).Single(d => d.FileName == "wrong.pdf");
        using var other = site.Browser();
        await UploadAsync(other, "other.pdf", Sample.PlainPdf("% other\n"));
        var forged = (await other.GetAsync("/request/documents")).Form("Remove");
        await other.PostAsync($"/request/documents?handler=Remove&id={stored.Id}", forged.Content());
        Assert.Equal(2, (await browser.GetAsync("/request/documents")).Document.QuerySelectorAll(".files li").Length);

        page = await page.PressAsync("Remove");
        Assert.Equal("right.png", Assert.Single(page.Document.QuerySelectorAll(".files strong")).TextContent);
        Assert.False(await site.WithAsync<IDocumentStore, bool>(async store =>
        {
            await foreach (var file in store.ListAsync(default))
                if (file.Name == stored.StoredName)
                    return true;
            return false;
        }));
    }

    [Fact]
    public async Task The_same_file_is_stored_once_and_files_of_a_case_cannot_be_removed()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null });
        for (var i = 0; i < 2; i++)
            (await (await browser.GetAsync("/status/case")).Form("Add this file").Attach("Upload", $"scan{i}.png", Sample.Png()).SendAsync())
                .Is("/status/case");
        var page = await browser.GetAsync("/status/case");
        Assert.Equal("scan0.png", Assert.Single(page.Document.QuerySelectorAll(".files strong")).TextContent);
        Assert.DoesNotContain("Remove", page.Document.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        page = await page.Form("Add this file").Attach("Upload", "page.html", "<html>"u8.ToArray()).SendAsync();
        Assert.Equal("Upload", Assert.Single(page.Errors).Field);
    }

    private static async Task<SitePage> UploadAsync(SiteBrowser browser, string name, byte[] content)
    {
        var page = await browser.GetAsync("/request/documents");
        return await page.Form("Add this file").Attach("Upload", name, content).SendAsync();
    }

    private static byte[] BytesOf(string content) =>
        content.StartsWith("zip:", StringComparison.Ordinal) ? Sample.Zip(content[4..])
        : content.StartsWith("pdf:catalog:", StringComparison.Ordinal) ? Sample.PlainPdf(inCatalog: content[12..])
        : content == "locked:" ? PdfTools.Change(Sample.PlainPdf(), "--encrypt", "secret", "owner", "256", "--")
        : content.StartsWith("pdf:", StringComparison.Ordinal) ? Sample.PlainPdf(content[4..])
        : Sample.Ascii(content);
}
