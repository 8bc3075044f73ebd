namespace Portal.Domain.Platform.Files;

/// <summary>What a document row keeps about its bytes.</summary>
/// <param name="Name">Random stored name; says nothing about the content.</param>
/// <param name="Sha256">Hash of the plain bytes, in lower-case hex.</param>
/// <param name="Length">Length of the plain bytes.</param>
public sealed record StoredBlob(string Name, string Sha256, long Length);
