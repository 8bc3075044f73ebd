namespace Portal.Tests.Support;

/// <summary>Tests that run when no other test does, because they count the allocations of the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
