using System.Runtime.ExceptionServices;

namespace Portal.Domain.Paper.Reading;

/// <summary>
/// PDF is parsed and copied by recursion, as deep as the file likes, and the end of a stack ends the process. Files are
/// held to a depth (<see cref="Inspection.PdfTraps"/>) for which this stack is large enough by far.
/// </summary>
internal static class LargeStack
{
    /// <summary>Memory of a stack is taken only as it is used.</summary>
    public const int Bytes = 256 * 1024 * 1024;

    /// <summary>For reading what somebody else made.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Runs it and waits, at most so long; then null, and the thread goes on by itself at the lowest priority, as no thread
    /// can be stopped from outside.
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
