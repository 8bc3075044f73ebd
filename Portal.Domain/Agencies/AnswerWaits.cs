using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How long the office waits for agencies that publish no time; the office's own practice. In business days.</summary>
/// <param name="Acknowledgment">Until an acknowledgment.</param>
/// <param name="Interim">From there until an interim answer.</param>
/// <param name="Final">From there until a final answer.</param>
/// <param name="Source">Where the practice comes from.</param>
public sealed record AnswerWaits(int Acknowledgment, int Interim, int Final, string Source)
{
    private static readonly Lazy<AnswerWaits> Shipped = new(() => SeedFile.Read<Waits>("follow-ups.json").NothingPublished);

    private sealed record Waits(AnswerWaits NothingPublished);

    /// <summary>The waits that ship with Portal.</summary>
    public static AnswerWaits Usual => Shipped.Value;
}
