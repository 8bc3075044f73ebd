using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>Says beside each field what is wrong with its shape. What the words lack is said apart: a draft may lack it.</summary>
internal sealed class TemplateFormCheck(ModelStateDictionary state, Translator text)
{
    private const int LongestSource = 500;

    /// <summary>Checks the form and returns the day of the last check, if there is one.</summary>
    public DateOnly? Check(TemplateInput input, IReadOnlyList<ClauseInput> clauses)
    {
        AtMost("Input.TitleEn", input.TitleEn, SaveTemplateDraft.LongestHeading);
        AtMost("Input.TitleEs", input.TitleEs, SaveTemplateDraft.LongestHeading);
        foreach (var (index, clause) in clauses.Index())
        {
            AtMost($"Clauses[{index}].HeadingEn", clause.HeadingEn, SaveTemplateDraft.LongestHeading);
            AtMost($"Clauses[{index}].HeadingEs", clause.HeadingEs, SaveTemplateDraft.LongestHeading);
            AtMost($"Clauses[{index}].TextEn", clause.TextEn, SaveTemplateDraft.LongestText);
            AtMost($"Clauses[{index}].TextEs", clause.TextEs, SaveTemplateDraft.LongestText);
        }

        if (string.IsNullOrWhiteSpace(input.Source))
            state.AddModelError("Input.Source", text["Enter the source of the template."]);
        AtMost("Input.Source", input.Source, LongestSource);
        DateOnly? verified = input.VerifiedOn.TryGet(out var day) ? day : null;
        if (verified is null && !input.VerifiedOn.IsEmpty)
            state.AddModelError("Input.VerifiedOn", text["Enter a valid date, or leave all three fields blank."]);
        return verified;
    }

    private void AtMost(string field, string? value, int most)
    {
        // A browser sends two characters for each line break.
        if (value?.ReplaceLineEndings("\n").Length > most)
            state.AddModelError(field, text["Use no more than {0} characters.", most]);
    }
}
