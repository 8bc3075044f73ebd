using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Validates form input and reports why an operation refused. Each problem is one sentence next to its field.</summary>
/// <param name="isForStaff">Whether staff will read the messages; see <see cref="OutcomeText"/>.</param>
public sealed class FormCheck(ModelStateDictionary state, Translator text, bool isForStaff = false)
{
    /// <summary>Creates the check for a page; pages in an area belong to the back office.</summary>
    public FormCheck(PageModel page, Translator text)
        : this(page.ModelState, text, page.RouteData.Values.ContainsKey("area"))
    {
    }

    /// <summary>Whether there have been no problems so far.</summary>
    public bool Passed => state.IsValid;

    /// <summary>Reports a problem at a field, or above the form if the field is empty.</summary>
    public FormCheck Problem(string field, string sentence, params object?[] arguments)
    {
        state.AddModelError(field, text[sentence, arguments]);
        return this;
    }

    /// <summary>Requires a condition.</summary>
    public FormCheck That(bool holds, string field, string sentence, params object?[] arguments) => holds ? this : Problem(field, sentence, arguments);

    /// <summary>Requires a value.</summary>
    public FormCheck Required(string field, string? value, string sentence, params object?[] arguments) =>
        That(!string.IsNullOrWhiteSpace(value), field, sentence, arguments);

    /// <summary>Requires a value with a maximum length; the message covers both.</summary>
    public FormCheck Required(string field, string? value, int characters, string sentence) =>
        That(!string.IsNullOrWhiteSpace(value) && Length(value) <= characters, field, sentence);

    /// <summary>Limits the length of a long text, counted as its counter does; see <see cref="TextLength"/>.</summary>
    public FormCheck Fits(string field, string? value, int characters) =>
        That(
            TextLength.Of(value) <= characters, field,
            "This is {0} characters long. Shorten it to {1} or fewer.", text.Number(TextLength.Of(value)), text.Number(characters));

    /// <summary>Limits the length of one line, counted as the browser does for <c>maxlength</c>.</summary>
    public FormCheck AtMost(string field, string? value, int characters) =>
        That(Length(value) <= characters, field, "This is {0} characters long. Shorten it to {1} or fewer.", Length(value), characters);

    /// <summary>Parses a date. Null if it's empty or invalid; an invalid date is reported.</summary>
    public DateOnly? Day(string field, DateParts typed) => Day(field, typed, "Enter a valid date, or leave all three fields blank.");

    /// <summary>Same, with an example in the message.</summary>
    public DateOnly? Day(string field, DateParts typed, string sentence)
    {
        if (typed.TryGet(out var day))
            return day;
        That(typed.IsEmpty, field, sentence);
        return null;
    }

    /// <summary>Parses a required date.</summary>
    public DateOnly? RequiredDay(string field, DateParts typed, string sentence)
    {
        if (typed.TryGet(out var day))
            return day;
        Problem(field, sentence);
        return null;
    }

    /// <summary>Parses a whole number. Null if it's empty, invalid, or too large; the last two are reported.</summary>
    public int? Number(string field, string? typed, int most, string sentence)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        Problem(field, sentence);
        return null;
    }

    /// <summary>Reports why an operation did nothing.</summary>
    public FormCheck Refusal(Outcome outcome, string field = "")
    {
        state.AddModelError(field, text.Explain(outcome, isForStaff));
        return this;
    }

    // Browsers send two characters for each line break.
    private static int Length(string? value) => value?.ReplaceLineEndings("\n").Length ?? 0;
}
