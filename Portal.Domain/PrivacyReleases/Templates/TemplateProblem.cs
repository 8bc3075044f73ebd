namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>Why a template cannot be published.</summary>
/// <param name="Sentence">An English sentence, key of its translation.</param>
/// <param name="Clause">The place of the clause in the document, from 1; null when it is about the whole.</param>
/// <param name="Arguments">What stands in the sentence.</param>
public sealed record TemplateProblem(string Sentence, int? Clause, params object[] Arguments);
