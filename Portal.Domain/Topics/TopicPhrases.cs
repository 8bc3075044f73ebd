namespace Portal.Domain.Topics;

/// <summary>What people type when they have a topic's problem; for searching only, never shown.</summary>
internal sealed record TopicPhrases(IReadOnlyList<string> En, IReadOnlyList<string> Es);
