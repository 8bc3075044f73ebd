using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Domain.Inquiries.Answers;

namespace Portal.Tests.Domain.Inquiries.Replies;

/// <summary>
/// Forty answers of agencies, written by another author who didn't see the code. The finder of dates was written before the list and
/// wasn't changed after measuring <c>measuring</c>. Faxes are pictures and have no text to read.
/// </summary>
public sealed class AnswerListTests
{
    private sealed record Answer(string Form, string Half, string Text, string LetterDate, string[] Dates);

    [Theory]
    [InlineData("tuning", 0.9)]
    [InlineData("measuring", 0.9)]
    public void Dates_of_answers_are_proposed(string half, double recall)
    {
        var answers = Answers().Where(a => a.Half == half && a.Form != "fax").ToList();
        var (all, found, extra, first) = (0, 0, 0, 0);
        foreach (var answer in answers)
        {
            var proposed = AnswerDates.Find(answer.Text).Select(d => d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet();
            all += answer.Dates.Length;
            found += answer.Dates.Count(proposed.Contains);
            extra += proposed.Except(answer.Dates).Count();
            first += (new AnswerReading(answer.Text).Dates is [var letter, ..] ? letter.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null) == answer.LetterDate ? 1 : 0;
        }

        var reached = (double)found / all;
        Assert.True(
            reached >= recall && answers.Count >= 15,
            string.Create(CultureInfo.InvariantCulture, $"{half}: {answers.Count} answers, {all} dates, recall {reached:0.000}, {extra} too many, date of the letter first in {first}"));
    }

    [Fact]
    public void Nothing_is_set_from_a_proposal()
    {
        foreach (var answer in Answers())
        {
            var words = AnswerWords.Draft("en", "Ana", "the agency", Portal.Domain.Inquiries.ResponseKind.Final);
            Assert.Equal(words, AnswerWords.Fill(words, "en", null, null, null));
            Assert.DoesNotContain(answer.LetterDate[..4], words, StringComparison.Ordinal);
        }
    }

    private static Answer[] Answers([CallerFilePath] string here = "") => JsonSerializer.Deserialize<Answer[]>(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Lists", "agency-answers.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
}
