using Portal.BackOffice.Areas.Office.Pages.Templates;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>The logic of the template pages that can be tested without a page.</summary>
public sealed class TemplateFormTests
{
    [Theory]
    [InlineData("add:0", "a,own-1,b,c", 1)]
    [InlineData("add:2", "a,b,c,own-1", 3)]
    [InlineData("up:1", "b,a,c", 0)]
    [InlineData("down:1", "a,c,b", 2)]
    [InlineData("remove:0", "b,c", 0)]
    [InlineData("remove:2", "a,b", 1)]
    public void Buttons_add_move_and_remove_clauses(string button, string keys, int place)
    {
        var clauses = Clauses("a", "b", "c");
        Assert.Equal(place, ClauseOrder.Apply(clauses, button)!.Value.Place);
        Assert.Equal(keys, string.Join(',', clauses.Select(c => c.Key)));
    }

    [Theory]
    [InlineData("up:0")]
    [InlineData("down:2")]
    [InlineData("remove:3")]
    [InlineData("remove:-1")]
    [InlineData("add:x")]
    [InlineData("add")]
    [InlineData("burn:1")]
    [InlineData(null)]
    public void Invalid_button_values_change_nothing(string? button)
    {
        var clauses = Clauses("a", "b", "c");
        Assert.Null(ClauseOrder.Apply(clauses, button));
        Assert.Equal(["a", "b", "c"], clauses.Select(c => c.Key));
    }

    [Fact]
    public void The_last_clause_cannot_be_removed_and_the_number_of_clauses_is_limited()
    {
        Assert.Null(ClauseOrder.Apply(Clauses("a"), "remove:0"));
        Assert.Null(ClauseOrder.Apply(Clauses([.. Enumerable.Range(0, SaveTemplateDraft.MostClauses).Select(i => "c" + i)]), "add:0"));
    }

    [Fact]
    public void Clause_keys_are_unique_whatever_was_posted()
    {
        var clauses = Clauses("own-1", "own-1", "", null, new string('x', 41));
        ClauseOrder.Name(clauses);
        Assert.Equal("own-1", clauses[0].Key);
        Assert.Equal(5, clauses.Select(c => c.Key).Distinct().Count());
        Assert.All(clauses, c => Assert.InRange(c.Key!.Length, 1, 40));
    }

    [Fact]
    public void Differences_are_listed_clause_by_clause()
    {
        var older = new TemplateWording(new("T", "T"), [Clause("a", "1"), Clause("b", "2"), Clause("c", "3")]);
        var newer = new TemplateWording(new("U", "T"), [Clause("c", "3"), Clause("a", "1!"), Clause("d", "4")]);
        var changes = WordingChanges.Between(older, newer, new Translator());
        Assert.Equal(
            ["The title changed.", "Clause 2 changed.", "Clause 3 is new.", "Clause 2 was removed.", "The order of the clauses changed."],
            changes.Select(c => c.Sentence));
        Assert.Equal(("1", "1!", null), (changes[1].From!.En, changes[1].To!.En, changes[1].Placement));
        Assert.Equal("Other statement (In every document)", changes[2].Placement);
        var (before, after) = (Clause("a", "1"), Clause("a", "1") with { When = ClauseCondition.Mark });
        Assert.Equal("Other statement (In every document) → Other statement (When the signer makes a mark)",
            Assert.Single(WordingChanges.Between(older with { Clauses = [before] }, older with { Clauses = [after] }, new Translator())).Placement);
        Assert.Empty(WordingChanges.Between(older, older with { Clauses = [.. older.Clauses] }, new Translator()));
    }

    [Fact]
    public void Every_kind_condition_and_field_has_a_Spanish_name() => Assert.DoesNotContain(
        TemplateText.Kinds.Concat(TemplateText.Conditions).Concat(TemplateText.Capacities).Concat(TemplateText.Roles).Select(c => c.Text)
            .Concat(MergeField.All.Select(f => f.Meaning)).Concat(Mandatory.All.Select(m => m.Missing))
            .Concat(SensitiveKinds.All.Select(SensitiveKinds.LabelOf)).Append(Identifiers.LabelOf("FormType")),
        english => Texts.Get("es", english) == english);

    private static List<ClauseInput> Clauses(params string?[] keys) => [.. keys.Select(k => new ClauseInput { Key = k })];

    private static ReleaseClause Clause(string key, string text) => new(key, ClauseKind.Statement, ClauseCondition.Always, new("", ""), new(text, text));
}
