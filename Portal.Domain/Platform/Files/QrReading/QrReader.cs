using Portal.Domain.Platform.Files.QrReading.Pictures;
using Portal.Domain.Platform.Pdf.Scans;

namespace Portal.Domain.Platform.Files.QrReading;

/// <summary>
/// Reads the QR codes in a photo or scan. Takes any bytes and never throws because of them; every library it uses is
/// memory-safe, so that a hostile file can at worst end with nothing found (ADR 0013).
/// </summary>
public static class QrReader
{
    /// <summary>A PDF is parsed by recursion; a deep one must not reach the end of the stack.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>Reading is heavy and cannot be stopped from outside: more than this many at once wait, and then find nothing.</summary>
    private static readonly SemaphoreSlim Seats = new(2);

    /// <summary>Five seconds.</summary>
    public static TimeSpan UsualLimit { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The texts of the codes, each once. Empty when there is none, for HEIC, and when time runs out before one is found.</summary>
    /// <param name="file">The file's bytes; damaged, cut or hostile ones are taken too.</param>
    /// <param name="kind">What inspection said it is.</param>
    /// <param name="limit">How long to try at most; <see cref="UsualLimit"/> when null.</param>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> file, FileKind kind, TimeSpan? limit = null)
    {
        if (kind == FileKind.Heic || file.IsEmpty)
            return [];
        var time = new TimeLimit(limit ?? UsualLimit);
        if (!Seats.Wait(time.Left))
            return [];
        IReadOnlyList<string> found = [];
        var reading = new Thread(() =>
        {
            try
            {
                found = Search(file, kind, time);
            }
            finally
            {
                Seats.Release();
            }
        }, StackBytes)
        { IsBackground = true, Name = "QR reading" };
        reading.Start();
        return reading.Join(time.Left + TimeSpan.FromSeconds(1)) ? found : [];
    }

    private static List<string> Search(ReadOnlyMemory<byte> file, FileKind kind, TimeLimit time)
    {
        var found = new List<string>();
        try
        {
            foreach (var picture in PicturesOf(file, kind, time))
            {
                foreach (var text in QrSearch.In(picture, time).Where(text => !found.Contains(text)))
                    found.Add(text);
                if (kind != FileKind.Pdf && found.Count > 0)
                    break;
            }
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Decoders throw what their arrays throw; what was found before still counts.
        }

        return found;
    }

    private static IEnumerable<GrayPicture> PicturesOf(ReadOnlyMemory<byte> file, FileKind kind, TimeLimit time) => kind switch
    {
        FileKind.Jpeg => JpegPicture.Read(file, time),
        FileKind.Png => PngPicture.Read(file, time),
        FileKind.Pdf => PdfPictures.Read(file, time),
        _ => [],
    };
}
