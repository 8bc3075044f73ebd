using Portal.Domain.Messages;
using Portal.Domain.Platform.Text;

namespace Portal.Tests.Domain.Platform.Text;

/// <summary>Length as people count it.</summary>
public sealed class TextLengthTests
{
    public static TheoryData<string?, int> Texts => new()
    {
        { null, 0 },
        { "", 0 },
        { "abc", 3 },
        { "a\r\nb", 3 },
        { "a\nb\n", 4 },
        { "😀", 1 },
        { "👨‍👩‍👧‍👦", 1 },
        { "👩🏽‍🚒", 1 },
        { "🇺🇸🇵🇷", 2 },
        { "🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1 },
        { "e\u0301", 1 },
        { "ñandú", 5 },
        { "क्षि", 1 },
        { "한국", 2 },
        { "٣ مرحبا", 7 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_character_is_what_people_see_as_one(string? text, int count) => Assert.Equal(count, TextLength.Of(text));

    [Fact]
    public void Marks_piled_on_one_letter_make_no_room_for_any_amount_of_text()
    {
        var pile = "a" + new string('\u0301', 100_000);
        Assert.InRange(TextLength.Of(pile), 3_000, 3_200);
        Assert.False(TextLength.Fits(string.Concat(Enumerable.Repeat(pile, 4)), Message.MaxLength));
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void Line_breaks_and_emoji_count_once_at_the_limit(int characters, bool fits)
    {
        var text = string.Concat(Enumerable.Range(0, characters).Select(i => i % 3 == 0 ? "\r\n" : i % 3 == 1 ? "👨‍👩‍👧" : "ñ"));
        Assert.Equal(fits, TextLength.Fits(text, Message.MaxLength));
    }
}
