using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;

namespace Portal.Tests.Domain.Constituents;

/// <summary>One reading of a telephone number for checking, storing, showing and calling it.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("303-555-0142", "+13035550142", "(303) 555-0142")]
    [InlineData("(303) 555-0142", "+13035550142", "(303) 555-0142")]
    [InlineData("1 303 555 0142", "+13035550142", "(303) 555-0142")]
    [InlineData("+1.303.555.0142", "+13035550142", "(303) 555-0142")]
    [InlineData("303–555—0142", "+13035550142", "(303) 555-0142")]
    [InlineData("303\u2212555\u2011 0142", "+13035550142", "(303) 555-0142")]
    [InlineData("\u202d(303)\u00a0555\u2013\u200b0142\u202c", "+13035550142", "(303) 555-0142")]
    [InlineData("303-555-0142 x12", "+13035550142;ext=12", "(303) 555-0142 ext. 12")]
    [InlineData("303-555-0142, Ext.: 12", "+13035550142;ext=12", "(303) 555-0142 ext. 12")]
    [InlineData("303-555-0142 extensión 12", "+13035550142;ext=12", "(303) 555-0142 ext. 12")]
    [InlineData("303-555-0142 #12", "+13035550142;ext=12", "(303) 555-0142 ext. 12")]
    [InlineData("787-555-0142", "+17875550142", "(787) 555-0142")]
    [InlineData("1-800-772-1213", "+18007721213", "(800) 772-1213")]
    [InlineData("+52 55 1234 5678", "+525512345678", "+52 55 1234 5678")]
    [InlineData("011 52 55 1234 5678", "+525512345678", "+52 55 1234 5678")]
    [InlineData("52 55 1234 5678", "+525512345678", "+52 55 1234 5678")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958", "+44 20 7946 0958")]
    public void Whatever_way_a_number_is_written_it_is_stored_and_shown_one_way(string typed, string stored, string shown)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal((stored, shown, true), (number.Stored, number.ToString(), number.IsComplete));
        Assert.False(PhoneNumber.IsDoubtful(typed));
        // What is stored, and what is shown, is read as the same number again.
        foreach (var again in (string[])[stored, shown])
        {
            Assert.True(PhoneNumber.TryParse(again, out var same));
            Assert.Equal(number, same);
        }
    }

    [Theory]
    [InlineData("555-0142", "5550142", "555-0142")]
    [InlineData("555–0142 x7", "5550142;ext=7", "555-0142 ext. 7")]
    [InlineData("999-555-0142", "+19995550142", "(999) 555-0142")]
    [InlineData("12345678", "12345678", "12345678")]
    public void A_number_that_is_not_complete_is_kept_and_doubted(string typed, string stored, string shown)
    {
        Assert.Equal((stored, shown, true), (PhoneNumber.Store(typed), PhoneNumber.Show(stored), PhoneNumber.IsDoubtful(stored)));
        Assert.True(PhoneNumber.CanBeCalled(typed));
    }

    [Theory]
    [InlineData("303-555-0142 after 5 pm")]
    [InlineData("Ask for Luz: 303-555-0142")]
    [InlineData(" 303-555-0142 or 303-555-0143 ")]
    [InlineData("1234567890123456")]
    [InlineData("no phone")]
    public void What_is_more_than_a_number_is_kept_as_typed_and_doubted(string typed)
    {
        Assert.Equal((typed, typed), (PhoneNumber.Store(typed), PhoneNumber.Show(typed)));
        Assert.True(PhoneNumber.IsDoubtful(typed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_typed_stays_nothing_and_is_not_doubted(string? typed)
    {
        Assert.Equal(typed, PhoneNumber.Store(typed));
        Assert.False(PhoneNumber.IsDoubtful(typed));
    }

    [Theory]
    [InlineData("(303) 555-0142", "tel:+13035550142")]
    [InlineData("303-555-0142 x12", "tel:+13035550142;ext=12")]
    [InlineData("+52 55 1234 5678", "tel:+525512345678")]
    [InlineData("555-0142", "tel:5550142")]
    public void A_link_to_it_can_be_called(string typed, string link)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(link, number.Link);
    }

    [Fact]
    public void Answers_hold_a_number_as_it_is_stored()
    {
        Assert.Equal("+13035550142;ext=12", new PersonAnswers { Phone = "(303) 555–0142 ext 12" }.Phone);
        Assert.Equal("ask Luz", new PersonAnswers { Phone = "ask Luz" }.Phone);
    }
}
