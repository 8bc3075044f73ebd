namespace Portal.Tests.Support;

/// <summary>Tests that run when no other does: they count what the whole process allocates.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
