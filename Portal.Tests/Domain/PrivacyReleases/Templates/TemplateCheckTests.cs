using Portal.Domain.PrivacyReleases.Templates;
using static Portal.Tests.Domain.PrivacyReleases.Templates.TemplateSamples;

namespace Portal.Tests.Domain.PrivacyReleases.Templates;

/// <summary>The problems that keep a template from being published.</summary>
public sealed class TemplateCheckTests
{
    private static readonly TemplateWording Good = Template("generic").Words();

    public static TheoryData<ClauseKind> Wanted => [.. Mandatory.All.Select(m => m.Kind)];

    [Fact]
    public void The_shipped_templates_can_be_published() =>
        Assert.All(Shipped, t => Assert.Empty(TemplateCheck.ProblemsOf(t.Words())));

    [Theory]
    [MemberData(nameof(Wanted))]
    public void A_missing_mandatory_clause_is_named(ClauseKind kind) =>
        Assert.Contains(Mandatory.All.Single(m => m.Kind == kind).Missing, Sentences(Good with { Clauses = [.. Good.Clauses.Where(c => c.Kind != kind)] }));

    [Theory]
    [MemberData(nameof(Wanted))]
    public void A_conditional_clause_does_not_count_as_mandatory(ClauseKind kind) =>
        Assert.Contains(Mandatory.All.Single(m => m.Kind == kind).Missing,
            Sentences(Good with { Clauses = [.. Good.Clauses.Select(c => c.Kind == kind ? c with { When = ClauseCondition.PerjuryInside } : c)] }));

    [Fact]
    public void Mandatory_fields_are_required_in_both_languages() => Assert.All(Mandatory.All.Where(m => m.Field is not null), wanted =>
        Assert.Contains(wanted.Missing, Sentences(Good with
        {
            Clauses = [.. Good.Clauses.Select(c => c.Kind == wanted.Kind
                ? c with { Text = c.Text with { Es = c.Text.Es.Replace($"{{{wanted.Field}}}", "x", StringComparison.Ordinal) } }
                : c)],
        })));

    [Theory]
    [InlineData("{date}", "{date}")]
    [InlineData("{Agency}", "{Agency}")]
    [InlineData("{}", "{}")]
    [InlineData("{agency } today", "{agency }")]
    public void An_unknown_field_is_named(string text, string field)
    {
        var problem = Assert.Single(TemplateCheck.ProblemsOf(Change(3, c => c with { Text = new(c.Text.En + text, c.Text.Es + text) })));
        Assert.Equal(("Clause {0} uses a field that doesn't exist: {1}", 4), (problem.Sentence, problem.Clause));
        Assert.Equal([4, field], problem.Arguments);
        Assert.Contains("The title uses a field that doesn't exist: {0}", Sentences(Good with { Title = new(text, text) }));
    }

    [Theory]
    [InlineData("{agency")]
    [InlineData("agency}")]
    [InlineData("{{agency}}")]
    [InlineData("}{")]
    public void An_unbalanced_bracket_is_detected(string text)
    {
        Assert.Contains(
            "Clause {0} has a curly bracket that isn't part of a field.",
            Sentences(Change(3, c => c with { Text = new(c.Text.En + text, c.Text.Es + text) })));
        Assert.Contains("The title has a curly bracket that isn't part of a field.", Sentences(Good with { Title = new(text, text) }));
    }

    [Fact]
    public void A_field_is_allowed_only_where_its_value_is_known()
    {
        const string Sentence = "Clause {0} uses {1}, which isn't always known when the clause appears. Choose another condition.";
        foreach (var field in MergeField.All)
            foreach (var when in Enum.GetValues<ClauseCondition>())
            {
                var words = Good with { Clauses = [.. Good.Clauses, new("own", ClauseKind.Statement, when, new("", ""), new(field.Written, field.Written))] };
                Assert.Equal(field.IsKnown(when) ? [] : [Sentence], Sentences(words));
            }

        Assert.Contains("The title can use only fields that are always known.", Sentences(Good with { Title = new("For {other}", "Para {other}") }));
    }

    [Fact]
    public void Both_languages_are_required()
    {
        Assert.Equal(["The title has no English text."], Sentences(Good with { Title = new("", "Título") }));
        Assert.Equal(["The title has no Spanish text."], Sentences(Good with { Title = new("Title", "") }));
        var (office, at) = (
            Good.Clauses.Single(c => c.Kind == ClauseKind.OfficeNotice), Good.Clauses.ToList().FindIndex(c => c.Kind == ClauseKind.OfficeNotice));
        Assert.Equal(["Clause {0} has no English text."], Sentences(Change(at, c => c with { Text = new("", office.Text.Es) })));
        Assert.Equal(["Clause {0} has no Spanish text."], Sentences(Change(at, c => c with { Text = new(office.Text.En, "") })));
        Assert.Equal(["Clause {0} has a heading in only one language."], Sentences(Change(at, c => c with { Heading = new("What", "") })));
        Assert.Equal(
            ["Clause {0} doesn't use the same fields in English and Spanish."],
            Sentences(Change(at, c => c with { Text = new(office.Text.En + " {agency}", office.Text.Es) })));
        Assert.Equal(["Enter a heading for the first clause."], Sentences(Change(0, c => c with { Heading = new("", "") })));
    }

    [Fact]
    public void Every_field_and_nothing_else_is_filled()
    {
        var situation = new ReleaseSituation(Ana with { InterpreterLanguage = "Mam" }, Agency("VA"), "en");
        Assert.Equal(MergeField.All.Select(f => f.Name).Order(), ReleaseValues.For(situation, Recipient, "en").Keys.Order());
    }

    private static TemplateWording Change(int place, Func<ReleaseClause, ReleaseClause> change) =>
        Good with { Clauses = [.. Good.Clauses.Select((c, index) => index == place ? change(c) : c)] };

    private static IEnumerable<string> Sentences(TemplateWording words) => TemplateCheck.ProblemsOf(words).Select(p => p.Sentence);
}
