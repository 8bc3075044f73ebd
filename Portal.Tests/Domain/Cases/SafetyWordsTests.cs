using System.Globalization;
using System.Runtime.CompilerServices;
using Portal.Domain.Cases;

namespace Portal.Tests.Domain.Cases;

/// <summary>
/// Recognizing danger, measured on two lists by another author than the phrasings. <c>tuning.tsv</c> was used to write them;
/// <c>measuring.tsv</c> never was, and isn't read by anyone who changes them. docs/measurements/safety-words.md has the results.
/// </summary>
public sealed class SafetyWordsTests
{
    private static readonly Dictionary<string, SafetyKind?> Kinds = new()
    {
        ["self-harm"] = SafetyKind.SelfHarm,
        ["threat"] = SafetyKind.Threat,
        ["harmless"] = null,
        ["ordinary"] = null,
    };

    private sealed record Row(SafetyKind? Kind, string Language, string Text);

    [Theory]
    [InlineData("I do not want to live anymore")]
    [InlineData("they would be better off dead. I would be better off dead")]
    [InlineData("I keep thinking about ending it all")]
    [InlineData("there is no reason to live")]
    [InlineData("me quiero matar")]
    [InlineData("I can’t do this anymore")]
    [InlineData("YA NO QUIERO VIVIR")]
    public void Words_of_despair_are_recognized(string text) => Assert.Equal(SafetyKind.SelfHarm, SafetyWords.Find(text));

    [Theory]
    [InlineData("I will shoot that judge")]
    [InlineData("voy a quemar la oficina")]
    [InlineData("I know where you live and you will pay")]
    [InlineData("I'll burn your office down")]
    [InlineData("les voy a meter un balazo")]
    public void Threats_are_recognized(string text) => Assert.Equal(SafetyKind.Threat, SafetyWords.Find(text));

    [Theory]
    [InlineData("This is killing me")]
    [InlineData("My husband died and I need the lump-sum death payment")]
    [InlineData("They threatened to kill me if I go back")]
    [InlineData("Me muero de hambre")]
    [InlineData("I live on Kill Devil Hill Road")]
    [InlineData("Hello?")]
    [InlineData("Thank you!")]
    [InlineData("My refund is late")]
    [InlineData(null)]
    public void Harmless_words_raise_no_alarm(string? text) => Assert.Null(SafetyWords.Find(text));

    [Theory]
    [InlineData("I want to kill myself.", SafetyKind.SelfHarm)]
    [InlineData("me quiero matar", SafetyKind.SelfHarm)]
    [InlineData("I will shoot that judge.", SafetyKind.Threat)]
    public void One_sentence_in_a_long_story_is_enough(string sentence, SafetyKind kind)
    {
        var story = string.Concat(Enumerable.Repeat("I applied for my pension in March, and the office has sent me two letters since then. ", 20));
        Assert.Equal(kind, SafetyWords.Find(story + sentence + " " + story));
        Assert.Null(SafetyWords.Find(story));
    }

    [Fact]
    public void What_is_said_of_both_is_about_self_harm() => Assert.Equal(SafetyKind.SelfHarm, SafetyWords.Find("I will shoot that judge. Then I want to die."));

    // The aim is 0.97 at 5 % on a list that was never used. docs/measurements/safety-words.md says what is reached; these numbers only keep it.
    [Theory]
    [InlineData("tuning", 0.98, 0.05)]
    [InlineData("measuring", 0.96, 0.05)]
    [InlineData("second", 0.98, 0.08)]
    public void The_lists_are_recognized_as_well_as_measured(string half, double recall, double falseAlarms)
    {
        var rows = File.ReadLines(Path.Combine(Folder(), half + ".tsv")).Skip(1).Select(l => l.Split('\t')).Select(f => new Row(Kinds[f[0]], f[1], f[2])).ToList();
        var selfHarm = rows.Where(r => r.Kind == SafetyKind.SelfHarm).ToList();
        var harmless = rows.Where(r => r.Kind is null).ToList();
        Assert.True(selfHarm.Count >= 120 && harmless.Count >= 120);
        var (found, alarmed) = ((double)selfHarm.Count(Alarms) / selfHarm.Count, (double)harmless.Count(Alarms) / harmless.Count);
        Assert.True(found >= recall && alarmed <= falseAlarms, string.Create(CultureInfo.InvariantCulture, $"{half}: recall {found:0.000}, false alarms {alarmed:0.000}"));

        static bool Alarms(Row row) => SafetyWords.Find(row.Text) is not null;
    }

    /// <summary>Prints what docs/measurements/safety-words.md reports. Run it by name; don't look at the texts.</summary>
    [Fact(Explicit = true)]
    public void Measure()
    {
        foreach (var list in new[] { "tuning", "measuring", "second" })
            foreach (var group in File.ReadLines(Path.Combine(Folder(), list + ".tsv")).Skip(1).Select(l => l.Split('\t')).GroupBy(f => f[0]))
                TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{list} {group.Key}: {group.Count(f => SafetyWords.Find(f[2]) is not null)} of {group.Count()} alarm"));
    }

    [Fact]
    public void Nothing_someone_types_takes_long()
    {
        foreach (var typed in (string[])["i ", "my ", "want to ", "kill you ", "ya no "])
        {
            var started = TimeProvider.System.GetTimestamp();
            SafetyWords.Find(string.Concat(Enumerable.Repeat(typed, 10_000 / typed.Length)));
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(20), $"“{typed}” takes too long.");
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Lists", "Safety");
}
