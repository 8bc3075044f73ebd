using Microsoft.AspNetCore.Http;
using Portal.Domain.Documents;

namespace Portal.BackOffice.Kit;

/// <summary>The files a person chose in one field, opened to be read.</summary>
public sealed class ChosenFiles : IAsyncDisposable
{
    /// <summary>What a field for documents lets people choose. The content decides in the end.</summary>
    public const string Accept = ".pdf,image/*,.heic,.heif,.tif,.tiff";

    private readonly List<ChosenFile> _files;

    private ChosenFiles(List<ChosenFile> files) => _files = files;

    /// <summary>The first one.</summary>
    public ChosenFile First => _files[0];

    /// <summary>The others.</summary>
    public IReadOnlyList<ChosenFile> Further => _files[1..];

    /// <summary>Opens the files of a field; at least one.</summary>
    public static ChosenFiles Open(IReadOnlyList<IFormFile> posted) => new([.. posted.Select(file => new ChosenFile(file.FileName, file.OpenReadStream()))]);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files)
            await file.Content.DisposeAsync();
    }
}
