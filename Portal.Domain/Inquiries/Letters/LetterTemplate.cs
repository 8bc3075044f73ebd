using System.Text.Json;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>The wording of a letter for one stage, one request, and one or every agency, in English, with merge fields in braces.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Version">Its version, recorded with every letter made from it.</param>
/// <param name="Blocks">The blocks it words. A special template leaves out those that are the same as in the general one.</param>
public sealed record LetterTemplate(string Code, int Version, IReadOnlyDictionary<LetterBlock, string> Blocks)
{
    private const string ExceptionBlock = "authorityException";

    private static readonly Lazy<IReadOnlyList<Row>> Shipped = new(() => SeedFile.Read<Row[]>("letter-templates.json"));

    private sealed record Row(string Code, LetterStage Stage, PermittedAsk? Ask, string? Agency, int Version, Dictionary<string, JsonElement> Blocks);

    /// <summary>The template for a letter: the agency's own where it has one, filled up from the general one.</summary>
    /// <param name="stage">How far the letter goes.</param>
    /// <param name="ask">What is asked. Follow-ups are the same for every request.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="byException">Whether a recorded exception takes the place of a release.</param>
    public static LetterTemplate For(LetterStage stage, PermittedAsk ask, string agency, bool byException)
    {
        var fitting = Shipped.Value.Where(r => r.Stage == stage && (r.Ask is null || r.Ask == ask)).ToList();
        var general = fitting.Single(r => r.Agency is null);
        var own = fitting.Find(r => r.Agency == agency);
        var blocks = new Dictionary<LetterBlock, string>();
        foreach (var block in Enum.GetValues<LetterBlock>())
        {
            var name = block == LetterBlock.Authority && byException ? ExceptionBlock : char.ToLowerInvariant(block.ToString()[0]) + block.ToString()[1..];
            if ((TextOf(own, name) ?? TextOf(general, name)) is { } text)
                blocks[block] = text;
        }

        return new((own ?? general).Code, (own ?? general).Version, blocks);
    }

    private static string? TextOf(Row? row, string name) => row is null || !row.Blocks.TryGetValue(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Array ? string.Join('\n', value.EnumerateArray().Select(q => q.GetString()))
        : value.GetString();
}
