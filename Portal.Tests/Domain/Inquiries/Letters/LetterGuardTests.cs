using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Inquiries.Letters;

/// <summary>What the guards find in a letter, and what they leave alone.</summary>
public sealed class LetterGuardTests
{
    [Theory]
    [InlineData(LetterBlock.Tried, "Our constituent volunteered for the campaign.", "campaign")]
    [InlineData(LetterBlock.Request, "Please approve the application.", "outcome")]
    [InlineData(LetterBlock.Request, "We ask you to overturn the decision.", "outcome")]
    [InlineData(LetterBlock.Tried, "The Member expects an answer, or else.", "pressure")]
    [InlineData(LetterBlock.Questions, "When will it be scheduled?\nWhat does the administrative law judge think, and how it will be decided?", "ex-parte")]
    [InlineData(LetterBlock.Facts, "• A lawsuit was filed in district court.", "court")]
    [InlineData(LetterBlock.Reply, "We will copy a reporter.", "press-copy")]
    [InlineData(LetterBlock.Re, "Ana García, 123-45-6789", "number")]
    [InlineData(LetterBlock.Re, "Ana García, A-123456789", "number")]
    [InlineData(LetterBlock.Tried, "She wrote on {release date}.", "unfilled")]
    [InlineData(LetterBlock.Request, "", "request")]
    public async Task It_is_found_in_its_sentence(LetterBlock block, string text, string code)
    {
        var found = Assert.Single(await FindAsync(block, text));
        Assert.Equal((code, block), (found.Code, found.Block));
        if (found.Words is { } words && code != "number")
            Assert.Contains(words, found.Sentence!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LetterBlock.Facts, "• A hearing before an administrative law judge was requested on February 3, 2026.")]
    [InlineData(LetterBlock.Facts, "• Our constituent holds a Combined Federal Campaign medal and is an organ donor.")]
    [InlineData(LetterBlock.Tried, "A third party sent the grant application.")]
    [InlineData(LetterBlock.Re, "Judge Grant, survivor benefits, filed 2026-02-03")]
    [InlineData(LetterBlock.Questions, "Is the file complete, and if not, what is missing?")]
    public async Task Harmless_words_wake_no_guard(LetterBlock block, string text) => Assert.Empty(await FindAsync(block, text));

    [Fact]
    public async Task No_proposed_letter_of_any_agency_wakes_a_guard_but_for_what_is_missing()
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SignedCase(maria);
        var situation = await SituationAsync(office, @case, "Maria");
        var letters = 0;
        foreach (var agency in (await office.AllAsync<Agency>()).Where(a => a.Code != Agency.NotFederal))
            foreach (var ask in Enum.GetValues<PermittedAsk>())
            {
                var its = situation with { Agency = agency, ContestedOn = new(2026, 11, 2) };
                var letter = LetterComposer.Propose(its, ask);
                letters++;
                var found = LetterGuards.Find(letter, its, null).Where(g => g.Code is not ("agency" or "repeat")).ToList();
                if (ask == PermittedAsk.Reconsideration)
                    Assert.All(found, g => Assert.Equal(("unfilled", "{reason}"), (g.Code, g.Words)));
                else
                    Assert.Empty(found.Select(g => $"{agency.Code} {ask}: {g.Code} {g.Sentence}"));
            }

        Assert.True(letters > 250, $"{letters}");
    }

    private static async Task<IReadOnlyList<LetterGuard>> FindAsync(LetterBlock block, string text)
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var maria = await office.Given.Caseworker("Grant");
        var @case = await office.Given.SignedCase(maria, Answers.Complete() with { Person = Answers.Complete().Person with { FirstName = "Judge", LastName = "Grant" } });
        var situation = await SituationAsync(office, @case, "Grant");
        var letter = LetterComposer.Propose(situation, PermittedAsk.InformationOrStatus);
        Assert.Empty(LetterGuards.Find(letter, situation, null));
        return LetterGuards.Find(letter with { Blocks = SendLetterTests.With(letter, block, text) }, situation, null);
    }

    private static async Task<LetterSituation> SituationAsync(DomainHost office, Case @case, string author) =>
        (await office.WithAsync<LetterDesk, LetterSituation?>(d => d.ReadAsync(@case.Id, "SSA", null, author, default)))!;
}
