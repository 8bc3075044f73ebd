using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The document a person signs, section by section: shown as a page, frozen with the signature, printed as PDF.</summary>
/// <param name="TemplateId">Which template.</param>
/// <param name="TemplateVersion">Its version; a changed wording is a new version.</param>
/// <param name="Language">en or es.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">In order.</param>
public sealed record ReleaseText(string TemplateId, int TemplateVersion, string Language, string Title, IReadOnlyList<ReleaseSection> Sections)
{
    /// <summary>The same in the signer's language, where only the English text counts; null otherwise, and in older texts.</summary>
    public ReleaseTranslation? Translation { get; init; }

    /// <summary>Whose signature belongs under it; null in older texts, where the first line names them.</summary>
    public string? Signer { get; init; }

    /// <summary>The language the signer reads.</summary>
    [JsonIgnore]
    public string ReadIn => Translation?.Language ?? Language;

    /// <summary>The whole text as it is read, translation included, for hashing and comparing.</summary>
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

    /// <summary>SHA-256 of the text as it is read, hexadecimal.</summary>
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

/// <summary>A translation shown with the text that counts.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Notice">Says in that language that the other text counts.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">In order.</param>
public sealed record ReleaseTranslation(string Language, string Notice, string Title, IReadOnlyList<ReleaseSection> Sections);

/// <summary>One section: a heading, labelled lines, paragraphs.</summary>
public sealed record ReleaseSection(string Heading, IReadOnlyList<ReleaseLine> Lines, IReadOnlyList<string> Paragraphs);

/// <summary>A labelled line.</summary>
public sealed record ReleaseLine(string Label, string Value);
