using Portal.Domain.Paper.Converting;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Harmless;

/// <summary>An uploaded file that was read: what came, and what people get of it.</summary>
/// <param name="Name">A safe name with the ending of its kind.</param>
/// <param name="Kind">What its content says it is.</param>
/// <param name="Original">The bytes as they came.</param>
/// <param name="Copy">What people get.</param>
public sealed record IncomingFile(string Name, FileKind Kind, byte[] Original, HarmlessCopy Copy);

/// <summary>
/// Reads uploaded files: finds what they are and makes the copy that people get. Managed code reads PDFs that can't lead it astray;
/// a process with limits of its own does everything else.
/// </summary>
public sealed class FileCopies(FontFiles fonts, ConverterProcess converter)
{
    /// <summary>Each file is held in memory several times while it's read.</summary>
    private static readonly SemaphoreSlim Seats = new(4);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HarmlessPdf _pdf = new(fonts);

    /// <summary><see cref="FileVerdict.Usable"/>, or why the file is of no use. Accepts any bytes and any name.</summary>
    public async Task<FileVerdict> ReadAsync(string? name, Stream content, CancellationToken cancellation)
    {
        if (content.CanSeek && content.Length > FileLimits.Default.MaxBytes)
            return Refusals.OverSize(FileLimits.Default.MaxBytes);
        if (!await Seats.WaitAsync(Patience, cancellation))
            return Refusals.Busy;
        try
        {
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            var file = bytes.ToArray();
            return FileInspection.Inspect(file) switch
            {
                FileVerdict.Accepted { Kind: var kind } => await MakeAsync(file, kind, cancellation) switch
                {
                    CopyVerdict.Made { Copy: var copy } => new FileVerdict.Usable(new(SafeFileName.For(name, copy.Kind), kind, file, copy)),
                    CopyVerdict.Refused { Why: var why } => why,
                    var other => throw new InvalidOperationException($"Unknown verdict {other}."),
                },
                var refused => refused,
            };
        }
        finally
        {
            Seats.Release();
        }
    }

    private async Task<CopyVerdict> MakeAsync(byte[] file, FileKind kind, CancellationToken cancellation) => kind switch
    {
        FileKind.Jpeg or FileKind.Png => Picture(file, kind),
        FileKind.Pdf when PdfReading.IsSafe(file) => await Task.Run(() => _pdf.Make(file), cancellation),
        _ => Checked(await converter.ConvertAsync(file, ConverterTasks.For(kind), cancellation)),
    };

    private static CopyVerdict Picture(byte[] file, FileKind kind)
    {
        try
        {
            return new CopyVerdict.Made(new(ImageMetadata.Strip(new MemoryStream(file, writable: false)).ToArray(), kind));
        }
        catch (InvalidDataException)
        {
            return new CopyVerdict.Refused(Refusals.Broken);
        }
    }

    /// <summary>A decoder that a hostile file took over could answer anything, so its answer gets the same look as an upload.</summary>
    private CopyVerdict Checked(CopyVerdict answer)
    {
        if (answer is not CopyVerdict.Made { Copy: var copy })
            return answer;
        if (FileInspection.Inspect(copy.Bytes, new(HarmlessCopy.MaxBytes)) is not FileVerdict.Accepted { Kind: var kind } || kind != copy.Kind)
            return new CopyVerdict.Refused(Refusals.Broken);
        var again = kind switch
        {
            FileKind.Jpeg or FileKind.Png => Picture(copy.Bytes, kind),
            FileKind.Pdf when PdfReading.IsSafe(copy.Bytes) => _pdf.Make(copy.Bytes),
            _ => new CopyVerdict.Refused(Refusals.Broken),
        };
        return again is CopyVerdict.Made made ? new CopyVerdict.Made(made.Copy with { LeavesOut = copy.LeavesOut }) : again;
    }
}
