using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Kit;

/// <summary>Checks the shape of what was typed, and says why an operation refused; each problem is one sentence at its field.</summary>
/// <param name="isForStaff">Whether staff read it; see <see cref="OutcomeText"/>.</param>
public sealed class FormCheck(ModelStateDictionary state, Translator text, bool isForStaff = false)
{
    /// <summary>The check of a page's form; pages in an area are the back office's.</summary>
    public FormCheck(PageModel page, Translator text)
        : this(page.ModelState, text, page.RouteData.Values.ContainsKey("area"))
    {
    }

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool Passed => state.IsValid;

    /// <summary>Says what is wrong at a field, or above the form when the field is empty.</summary>
    public FormCheck Problem(string field, string sentence, params object?[] arguments)
    {
        state.AddModelError(field, text[sentence, arguments]);
        return this;
    }

    /// <summary>It must hold.</summary>
    public FormCheck That(bool holds, string field, string sentence, params object?[] arguments) => holds ? this : Problem(field, sentence, arguments);

    /// <summary>Something has to be there.</summary>
    public FormCheck Required(string field, string? value, string sentence, params object?[] arguments) =>
        That(!string.IsNullOrWhiteSpace(value), field, sentence, arguments);

    /// <summary>Something has to be there, and not more than so many characters: the sentence asks for both.</summary>
    public FormCheck Required(string field, string? value, int characters, string sentence) =>
        That(!string.IsNullOrWhiteSpace(value) && Length(value) <= characters, field, sentence);

    /// <summary>It must not be longer.</summary>
    public FormCheck AtMost(string field, string? value, int characters) =>
        That(Length(value) <= characters, field, "This is {0} characters long. Shorten it to {1} or fewer.", Length(value), characters);

    /// <summary>The day; null when none was typed, or when what was typed is no day, which is then said.</summary>
    public DateOnly? Day(string field, DateParts typed) => Day(field, typed, "Enter a valid date, or leave all three fields blank.");

    /// <summary>The same, with an example in the sentence.</summary>
    public DateOnly? Day(string field, DateParts typed, string sentence)
    {
        if (typed.TryGet(out var day))
            return day;
        That(typed.IsEmpty, field, sentence);
        return null;
    }

    /// <summary>The day, which has to be there.</summary>
    public DateOnly? RequiredDay(string field, DateParts typed, string sentence)
    {
        if (typed.TryGet(out var day))
            return day;
        Problem(field, sentence);
        return null;
    }

    /// <summary>The whole number; null when none was typed, or when what was typed is none or too large, which is then said.</summary>
    public int? Number(string field, string? typed, int most, string sentence)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        Problem(field, sentence);
        return null;
    }

    /// <summary>Says why an operation did nothing.</summary>
    public FormCheck Refusal(Outcome outcome, string field = "")
    {
        state.AddModelError(field, text.Explain(outcome, isForStaff));
        return this;
    }

    // A browser sends two characters for each line break.
    private static int Length(string? value) => value?.ReplaceLineEndings("\n").Length ?? 0;
}
