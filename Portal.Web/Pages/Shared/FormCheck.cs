using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;

namespace Portal.Web.Pages.Shared;

/// <summary>Checks the shape of what was typed; each problem is one sentence at its field.</summary>
public sealed class FormCheck(ModelStateDictionary state, Translator text)
{
    /// <summary>Whether nothing is wrong so far.</summary>
    public bool Passed => state.IsValid;

    /// <summary>Something has to be there.</summary>
    public FormCheck Required(string field, string? value, string sentence)
    {
        if (string.IsNullOrWhiteSpace(value))
            state.AddModelError(field, text[sentence]);
        return this;
    }

    /// <summary>It must not be longer.</summary>
    public FormCheck AtMost(string field, string? value, int characters)
    {
        if (value?.Length > characters)
            state.AddModelError(field, text["This is {0} characters long. Shorten it to {1} or fewer.", value.Length, characters]);
        return this;
    }

    /// <summary>It must hold.</summary>
    public FormCheck That(bool holds, string field, string sentence, params object[] arguments)
    {
        if (!holds)
            state.AddModelError(field, text[sentence, arguments]);
        return this;
    }

    /// <summary>Says why an operation refused, at a field or above the form.</summary>
    public FormCheck Refusal(Outcome outcome, string field = "")
    {
        state.AddModelError(field, outcome switch
        {
            Outcome.Refused refused => text[refused.Reason, refused.Arguments],
            Outcome.Stale => text["Someone changed this while you were working. Check it and try again."],
            _ => text["Something went wrong. Try again, or call us."],
        });
        return this;
    }
}
