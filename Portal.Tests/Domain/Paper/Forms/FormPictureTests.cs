using Portal.Domain.Paper.Forms;

namespace Portal.Tests.Domain.Paper.Forms;

public sealed class FormPictureTests
{
    [Fact]
    public void Words_and_lines_are_drawn_where_the_reader_sees_them()
    {
        var page = Assert.Single(FormPicture.Of(FormSamples.Small()));
        var birth = page.Words.Single(w => w.Text == "birth");
        Assert.Equal((152, 10, 0), (birth.Y, birth.Size, birth.Degrees));
        Assert.InRange(birth.X, 90, 100);
        // The frame of the name field: x from 200 to 500, y from 92 to 112.
        Assert.Contains(new PictureLine(200, 112, 500, 112), page.Lines);
        Assert.Contains(new PictureLine(500, 92, 200, 92), page.Lines);
    }

    [Fact]
    public void A_rotated_page_is_drawn_upright()
    {
        var page = Assert.Single(FormPicture.Of(FormSamples.Turned));
        Assert.Equal((750, 560), (page.Width, page.Height));
        Assert.Equal((40, 50, 0), (page.Words[0].X, page.Words[0].Y, page.Words[0].Degrees));
    }

    [Fact]
    public void A_single_page_can_be_requested_and_unreadable_parts_are_left_out()
    {
        Assert.Contains("Languages", Assert.Single(FormPicture.Of(FormSamples.Nested, 2)).Words.Select(w => w.Text));
        Assert.Empty(FormPicture.Of("no pdf"u8.ToArray()));
    }
}
