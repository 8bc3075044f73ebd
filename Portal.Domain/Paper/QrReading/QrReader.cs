using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.QrReading.Pictures;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.QrReading;

/// <summary>
/// Reads the QR codes in a photo or scan. Accepts any bytes and never throws because of them. Every library it uses is
/// memory-safe, so the worst a hostile file can do is have nothing found (ADR 0013).
/// </summary>
public static class QrReader
{
    /// <summary>Reading takes memory and can't be stopped from outside, so files are read one at a time.</summary>
    private static readonly SemaphoreSlim Seat = new(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Five seconds.</summary>
    public static TimeSpan UsualLimit { get; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The distinct texts of the codes. Empty when there are none, for HEIC, and when time runs out before one is found. Null when
    /// other files took so long that this one never got its turn.
    /// </summary>
    /// <param name="file">The file's bytes; they may be damaged, truncated, or hostile.</param>
    /// <param name="kind">The kind found by inspection.</param>
    /// <param name="cancellation">Ends the wait. A file that's being read is read to its end.</param>
    /// <param name="limit">How long to try once it's this file's turn; <see cref="UsualLimit"/> when null.</param>
    public static async Task<IReadOnlyList<string>?> ReadAsync(ReadOnlyMemory<byte> file, FileKind kind, CancellationToken cancellation, TimeSpan? limit = null)
    {
        if (kind == FileKind.Heic || file.IsEmpty)
            return [];
        if (!await Seat.WaitAsync(Patience, cancellation))
            return null;
        var time = new TimeLimit(limit ?? UsualLimit);
        var reading = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            IReadOnlyList<string> found = [];
            try
            {
                found = Search(file, kind, time);
            }
            finally
            {
                Seat.Release();
                reading.SetResult(found);
            }
        }, LargeStack.Bytes)
        { IsBackground = true, Name = "QR reading" }.Start();
        try
        {
            return await reading.Task.WaitAsync(time.Left + TimeSpan.FromSeconds(1), cancellation);
        }
        catch (TimeoutException)
        {
            return [];
        }
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
        catch (Exception)
        {
            // Decoders let any exception through, and an image may need more memory than there is. On this separate thread that
            // would crash the process. What was found before still counts.
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
