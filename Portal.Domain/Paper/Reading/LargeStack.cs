using System.Runtime.ExceptionServices;

namespace Portal.Domain.Paper.Reading;

/// <summary>
/// PDFs are parsed and copied recursively, as deep as the file demands, and a stack overflow crashes the process. Files are
/// limited to a depth (<see cref="Inspection.PdfTraps"/>) for which this stack is more than large enough.
/// </summary>
internal static class LargeStack
{
    /// <summary>Stack memory is committed only as it's used.</summary>
    public const int Bytes = 256 * 1024 * 1024;

    /// <summary>The usual time limit for reading a third-party file.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Runs the work and waits up to the limit. After that returns null, and the thread continues at the lowest priority because
    /// a thread can't be stopped from outside.
    /// </summary>
    public static T? Run<T>(Func<T?> work, TimeSpan limit)
        where T : class
    {
        T? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception any)
            {
                failure = ExceptionDispatchInfo.Capture(any);
            }
        }, Bytes)
        { IsBackground = true, Name = "PDF" };
        thread.Start();
        if (!thread.Join(limit))
        {
            thread.Priority = ThreadPriority.Lowest;
            return null;
        }

        failure?.Throw();
        return result;
    }
}
