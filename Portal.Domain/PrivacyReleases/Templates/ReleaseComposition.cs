using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Composes the document from a template. A pure function: the same facts give the same text.</summary>
public static class ReleaseComposition
{
    private const string English = "en";

    /// <summary>
    /// Composes it in the language the signer reads. If the agency accepts only English, the document is in English, with a
    /// translation into the signer's language.
    /// </summary>
    public static ReleaseText Compose(ReleaseTemplateVersion template, ReleaseDetails details, Agency agency, ReleaseRecipient recipient, string language)
    {
        var situation = new ReleaseSituation(details, agency, language);
        var words = template.Words();
        ReleaseText In(string written)
        {
            var values = ReleaseValues.For(situation, recipient, written);
            return new(template.Code, template.Number, written, MergeField.Fill(words.Title.In(written), values), Sections(words, situation, values, written))
            {
                Signer = details.WhoSigns,
            };
        }

        if (language == English || !agency.Rules.EnglishAuthoritative)
            return In(language);
        var read = In(language);
        return In(English) with
        {
            Translation = new(language, Texts.Get(language, "This translation is for your convenience. The English text governs."), read.Title, read.Sections),
        };
    }

    private static List<ReleaseSection> Sections(TemplateWording words, ReleaseSituation situation, IReadOnlyDictionary<string, string> values, string language)
    {
        var sections = new List<ReleaseSection>();
        foreach (var clause in words.Clauses.Where(c => situation.Holds(c.When)))
        {
            var lines = clause.Kind == ClauseKind.Subject ? ReleaseParticulars.From(situation.Details, language) : [];
            var paragraphs = clause.Text.In(language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(p => MergeField.Fill(p, values));
            if (clause.HasHeading || sections.Count == 0)
                sections.Add(new(MergeField.Fill(clause.Heading.In(language), values), lines, [.. paragraphs]));
            else
                sections[^1] = sections[^1] with { Lines = [.. sections[^1].Lines, .. lines], Paragraphs = [.. sections[^1].Paragraphs, .. paragraphs] };
        }

        return sections;
    }
}
