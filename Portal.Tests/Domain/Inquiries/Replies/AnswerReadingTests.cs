using Portal.Domain.Agencies;
using Portal.Domain.Inquiries.Answers;

namespace Portal.Tests.Domain.Inquiries.Replies;

/// <summary>What the text of an agency's answer suggests.</summary>
public sealed class AnswerReadingTests
{
    [Theory]
    [InlineData("Dated November 24, 2026.", "2026-11-24")]
    [InlineData("Nov. 24, 2026", "2026-11-24")]
    [InlineData("NOVEMBER 24 2026", "2026-11-24")]
    [InlineData("24 NOV 2026", "2026-11-24")]
    [InlineData("11/24/2026 and 11/4/26", "2026-11-24 2026-11-04")]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("November\n24, 2026", "2026-11-24")]
    [InlineData("el 3 de junio de 2026", "2026-06-03")]
    [InlineData("Sept. 3rd, 2026", "2026-09-03")]
    [InlineData("Call 303-555-0190 about form SSA-561-U2, ZIP 80202-1234, February 30, 2026, or fiscal year 2026.", "")]
    [InlineData("Version 1/2/3/2026", "")]
    public void Dates_are_found_as_agencies_write_them(string text, string days) =>
        Assert.Equal(days, string.Join(' ', AnswerDates.Find(text).Select(d => d.Day.ToString("yyyy-MM-dd"))));

    [Theory]
    [InlineData("The claim for service connection is denied.", AnswerResult.Denied)]
    [InlineData("We are unable to approve the application.", AnswerResult.Denied)]
    [InlineData("The request was partially approved.", AnswerResult.Partly)]
    [InlineData("Your constituent's application has been approved.", AnswerResult.InFavor)]
    [InlineData("The payment has been issued.", AnswerResult.InFavor)]
    [InlineData("We received your inquiry and will answer soon.", null)]
    public void The_result_is_proposed_from_the_words(string text, AnswerResult? result) => Assert.Equal(result, new AnswerReading(text).Result);

    [Theory]
    [InlineData("You may ask within 60 days.", 60, true)]
    [InlineData("within 60 calendar days", 60, true)]
    [InlineData("within one year of this letter", 365, true)]
    [InlineData("You may appeal.", 60, false)]
    public void A_period_is_recognized_by_its_length(string text, int days, bool mentions) => Assert.Equal(mentions, new AnswerReading(text).Mentions(Period(days)));

    [Fact]
    public void Words_for_the_constituent_keep_their_fields_until_somebody_chose()
    {
        var draft = AnswerWords.Draft("en", "Ana", "the Social Security Administration", Portal.Domain.Inquiries.ResponseKind.Final);
        Assert.Equal(["{letter date}", "{result}", "{deadlines}"], AnswerWords.Left(draft));
        var dated = AnswerWords.Fill(draft, "en", new(2026, 11, 24), null, null);
        Assert.Equal(["{result}", "{deadlines}"], AnswerWords.Left(dated));
        var whole = AnswerWords.Fill(dated, "en", null, AnswerResult.Denied, [new("Ask for reconsideration", "Pedir una reconsideración", new(2027, 1, 25))]);
        Assert.Empty(AnswerWords.Left(whole));
        Assert.Contains("November 24, 2026", whole, StringComparison.Ordinal);
        Assert.Contains("• Ask for reconsideration: by January 25, 2027", whole, StringComparison.Ordinal);
        Assert.Empty(AnswerWords.Left(AnswerWords.Fill(dated, "en", null, AnswerResult.InFavor, [])));
    }

    private static AppealPeriodCard Period(int days) => new("x", "SSA", new("Ask", "Pedir"), days, new($"{days} days", $"{days} días"), null)
    {
        Citation = "20 CFR 404.909",
        Certainty = Certainty.Cited,
        CheckedOn = new(2026, 11, 29),
    };
}
