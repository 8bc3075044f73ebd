using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The document a person signs, by section. It's shown as a page, frozen with the signature, and printed as a PDF.</summary>
/// <param name="TemplateId">The template's code.</param>
/// <param name="TemplateVersion">Its version; any change of wording makes a new version.</param>
/// <param name="Language">en or es.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">In order.</param>
public sealed record ReleaseText(string TemplateId, int TemplateVersion, string Language, string Title, IReadOnlyList<ReleaseSection> Sections)
{
    /// <summary>A translation into the signer's language where only the English text governs; null otherwise and in older texts.</summary>
    public ReleaseTranslation? Translation { get; init; }

    /// <summary>Who has to sign it; null in older texts, where the first line names the signer.</summary>
    public string? Signer { get; init; }

    /// <summary>The language the signer reads.</summary>
    [JsonIgnore]
    public string ReadIn => Translation?.Language ?? Language;

    /// <summary>The whole text as it's read, including the translation, for hashing and comparison.</summary>
    public string AsRead()
    {
        var text = new StringBuilder();
        Write(text, Title, Sections);
        if (Translation is { } translation)
        {
            text.AppendLine().AppendLine(translation.Notice).AppendLine();
            Write(text, translation.Title, translation.Sections);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// The text for showing on a screen after it was signed, with ID numbers down to their last four characters: anyone may stand
    /// behind the reader. The sealed PDF holds them in full.
    /// </summary>
    public ReleaseText Masked() => this with
    {
        Sections = Mask(Sections, Language),
        Translation = Translation is { } translation ? translation with { Sections = Mask(translation.Sections, translation.Language) } : null,
    };

    private static IReadOnlyList<ReleaseSection> Mask(IReadOnlyList<ReleaseSection> sections, string language)
    {
        var numbers = Identifiers.Secret.Select(label => Texts.Get(language, label)).ToHashSet();
        return [.. sections.Select(section => section with
        {
            Lines = [.. section.Lines.Select(l => l with { Value = numbers.Contains(l.Label) ? Identifiers.Mask(l.Value) : Triage.MaskSsn(l.Value) })],
            Paragraphs = [.. section.Paragraphs.Select(Triage.MaskSsn)],
        })];
    }

    /// <summary>SHA-256 of the text as it's read, hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AsRead())));

    private static void Write(StringBuilder text, string title, IReadOnlyList<ReleaseSection> sections)
    {
        text.AppendLine(title);
        foreach (var section in sections)
        {
            text.AppendLine().AppendLine(section.Heading);
            foreach (var line in section.Lines)
                text.Append(line.Label).Append(": ").AppendLine(line.Value);
            foreach (var paragraph in section.Paragraphs)
                text.AppendLine(paragraph);
        }
    }
}

/// <summary>A translation shown with the text that governs.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Notice">Says, in that language, that the other text governs.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">In order.</param>
public sealed record ReleaseTranslation(string Language, string Notice, string Title, IReadOnlyList<ReleaseSection> Sections);

/// <summary>One section: a heading, labeled lines, paragraphs.</summary>
public sealed record ReleaseSection(string Heading, IReadOnlyList<ReleaseLine> Lines, IReadOnlyList<string> Paragraphs);

/// <summary>A labeled line.</summary>
public sealed record ReleaseLine(string Label, string Value);
