using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;

namespace Portal.Tests.Domain.Constituents;

/// <summary>One way to read a phone number for validating, storing, displaying and calling it.</summary>
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
    public void A_number_is_stored_and_shown_in_one_format_however_it_is_typed(string typed, string stored, string shown)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal((stored, shown, true), (number.Stored, number.ToString(), number.IsComplete));
        Assert.False(PhoneNumber.IsDoubtful(typed));
        // The stored and the displayed form both parse back to the same number.
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
    public void An_incomplete_number_is_kept_and_questioned(string typed, string stored, string shown)
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
    public void A_number_with_extra_text_is_kept_as_typed_and_questioned(string typed)
    {
        Assert.Equal((typed, typed), (PhoneNumber.Store(typed), PhoneNumber.Show(typed)));
        Assert.True(PhoneNumber.IsDoubtful(typed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_number_stays_empty_and_is_not_questioned(string? typed)
    {
        Assert.Equal(typed, PhoneNumber.Store(typed));
        Assert.False(PhoneNumber.IsDoubtful(typed));
    }

    [Theory]
    [InlineData("(303) 555-0142", "tel:+13035550142")]
    [InlineData("303-555-0142 x12", "tel:+13035550142;ext=12")]
    [InlineData("+52 55 1234 5678", "tel:+525512345678")]
    [InlineData("555-0142", "tel:5550142")]
    public void A_number_has_a_link_that_dials_it(string typed, string link)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(link, number.Link);
    }

    [Fact]
    public void Answers_hold_a_number_in_its_stored_format()
    {
        Assert.Equal("+13035550142;ext=12", new PersonAnswers { Phone = "(303) 555–0142 ext 12" }.Phone);
        Assert.Equal("ask Luz", new PersonAnswers { Phone = "ask Luz" }.Phone);
    }
}
