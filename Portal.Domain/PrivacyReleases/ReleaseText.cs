using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The document a person signs, section by section: shown as a page, frozen with the signature, printed as PDF.</summary>
/// <param name="TemplateId">Which template.</param>
/// <param name="TemplateVersion">Its version; a changed wording is a new version.</param>
/// <param name="Language">en or es.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">In order.</param>
public sealed record ReleaseText(string TemplateId, int TemplateVersion, string Language, string Title, IReadOnlyList<ReleaseSection> Sections)
{
    /// <summary>The whole text as it is read, for hashing and comparing.</summary>
    public string AsRead()
    {
        var text = new StringBuilder().AppendLine(Title);
        foreach (var section in Sections)
        {
            text.AppendLine().AppendLine(section.Heading);
            foreach (var line in section.Lines)
                text.Append(line.Label).Append(": ").AppendLine(line.Value);
            foreach (var paragraph in section.Paragraphs)
                text.AppendLine(paragraph);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>SHA-256 of the text as it is read, hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AsRead())));
}

/// <summary>One section: a heading, labelled lines, paragraphs.</summary>
public sealed record ReleaseSection(string Heading, IReadOnlyList<ReleaseLine> Lines, IReadOnlyList<string> Paragraphs);

/// <summary>A labelled line.</summary>
public sealed record ReleaseLine(string Label, string Value);
