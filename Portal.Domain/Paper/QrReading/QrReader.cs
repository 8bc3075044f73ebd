using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.QrReading.Pictures;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.QrReading;

/// <summary>
/// Reads the QR codes in a photo or scan. Takes any bytes and never throws because of them; every library it uses is
/// memory-safe, so that a hostile file can at worst end with nothing found (ADR 0013).
/// </summary>
public static class QrReader
{
    /// <summary>Reading takes memory, and cannot be stopped from outside: one at a time, the others wait for their turn.</summary>
    private static readonly SemaphoreSlim Seat = new(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Five seconds.</summary>
    public static TimeSpan UsualLimit { get; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The texts of the codes, each once. Empty when there is none, for HEIC, and when time runs out before one is found; null
    /// when others were read so long that it was never this file's turn.
    /// </summary>
    /// <param name="file">The file's bytes; damaged, cut or hostile ones are taken too.</param>
    /// <param name="kind">What inspection said it is.</param>
    /// <param name="cancellation">Ends the waiting; what is being read is read to its end.</param>
    /// <param name="limit">How long to try at most once it is this file's turn; <see cref="UsualLimit"/> when null.</param>
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
            // Decoders throw what their arrays throw, and a picture may need more memory than there is: on this thread of its
            // own that would end the process. What was found before still counts.
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
