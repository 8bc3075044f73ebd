using Microsoft.AspNetCore.Http;

namespace Portal.BackOffice.Kit;

/// <summary>A file chosen when the form was shown before, and held since (<see cref="HeldFormFiles"/>).</summary>
internal sealed class HeldFormFile(string name, string fileName, Stream content) : IFormFile
{
    /// <summary>Its ticket, for showing the form yet again.</summary>
    public required string Ticket { get; init; }

    public string ContentType => "application/octet-stream";

    public string ContentDisposition => "";

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public long Length => content.Length;

    public string Name => name;

    public string FileName => fileName;

    public Stream OpenReadStream()
    {
        content.Position = 0;
        return content;
    }

    public void CopyTo(Stream target) => OpenReadStream().CopyTo(target);

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => OpenReadStream().CopyToAsync(target, cancellationToken);
}
