namespace Portal.Domain.Platform.Files;

/// <summary>What a document row stores about its content.</summary>
/// <param name="Name">A random name that reveals nothing about the content.</param>
/// <param name="Sha256">Hash of the plain bytes, in lowercase hex.</param>
/// <param name="Length">Length of the plain bytes.</param>
public sealed record StoredBlob(string Name, string Sha256, long Length);
