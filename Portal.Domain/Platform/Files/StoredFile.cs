namespace Portal.Domain.Platform.Files;

/// <summary>One file in the store, complete or left by a crash, for the sweep of orphans.</summary>
/// <param name="Name">Stored name.</param>
/// <param name="WrittenAt">UTC; a recent file may belong to an operation that hasn't saved yet.</param>
/// <param name="Size">Bytes on disk, encryption included.</param>
public sealed record StoredFile(string Name, DateTime WrittenAt, long Size);
