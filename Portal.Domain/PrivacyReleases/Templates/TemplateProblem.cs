namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>A reason a template can't be published.</summary>
/// <param name="Sentence">An English sentence, which is also its translation key.</param>
/// <param name="Clause">The clause's position in the document, from 1; null when the problem concerns the whole document.</param>
/// <param name="Arguments">The values for the sentence's placeholders.</param>
public sealed record TemplateProblem(string Sentence, int? Clause, params object[] Arguments);
