using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.QrReading;

namespace Portal.Tests.Domain.Paper.QrReading;

/// <summary>Reads a file and throws if the reader had no free slot for it.</summary>
internal static class Reading
{
    public static async Task<IReadOnlyList<string>> OfAsync(ReadOnlyMemory<byte> file, FileKind kind, TimeSpan? limit = null) =>
        await QrReader.ReadAsync(file, kind, default, limit) ?? throw new InvalidOperationException("Its turn never came.");
}
