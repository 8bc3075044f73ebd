using Portal.Domain.MassMail;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.MassMail;

public sealed class MassMailTests
{
    [Fact]
    public void The_same_words_have_the_same_mark_whatever_the_date_the_case_and_the_spaces()
    {
        var mark = TextMark.Of("Come to our town hall on December 4!", "Venga a nuestra reunión el 4 de diciembre.");
        Assert.Equal(mark, TextMark.Of("come to  our TOWN HALL on December 11", "Venga a nuestra reunion\nel 11 de diciembre"));
        Assert.NotEqual(mark, TextMark.Of("Come to our town halls on December 4!", "Venga a nuestra reunión el 4 de diciembre."));
        Assert.NotEqual(TextMark.Of("ab", "c"), TextMark.Of("a", "bc"));
    }

    [Theory]
    [InlineData("2027-01-02", 2026)]
    [InlineData("2027-01-03", 2027)]
    [InlineData("2027-12-31", 2027)]
    public void The_legislative_year_starts_on_January_3(string day, int year) => Assert.Equal(year, MassMailRules.YearOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    // The Committee on House Administration names September 4 for the general election of November 3, 2026.
    [Fact]
    public void The_blackout_before_the_general_election_of_2026_starts_when_the_committee_says() =>
        Assert.Equal(new DateOnly(2026, 9, 4), MassMailRules.Current.BlackoutFrom(new(2026, 11, 3)));

    [Fact]
    public void Every_rule_says_where_it_comes_from_and_only_verified_ones_claim_to_be()
    {
        Assert.Equal((500, 60), (MassMailRules.Current.Pieces, MassMailRules.Current.BlackoutDays));
        Assert.All(MassMailRules.Current.Rules, r =>
        {
            Assert.NotEmpty(r.Source);
            Assert.NotEmpty(r.Says.Es);
            Assert.Equal(r.VerifiedOn is not null, r.Url is not null);
        });
    }

    [Theory, OnBoth]
    public async Task The_guard_stops_before_the_500th_unsolicited_piece_until_an_approval_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var unasked = new MassPieces("mark", 300, false, Guid.CreateVersion7());
        await CountAsync(office, unasked with { Pieces = 499 });
        Assert.Null((await CheckAsync(office, unasked with { Pieces = 0 })).Stop);
        var finding = await CheckAsync(office, unasked with { Pieces = 1 });
        Assert.Equal((499, 500, true), (finding.Before, finding.After, finding.NeedsApproval));
        Assert.Equal("This would bring the unsolicited copies of this text to {0}. At {1} or more, record the approval before you send.", finding.Stop!.Reason);

        // Another text, and the same text that was asked for, may go.
        Assert.Null((await CheckAsync(office, unasked with { TextMark = "other" })).Stop);
        Assert.Null((await CheckAsync(office, unasked with { Asked = true })).Stop);

        var approval = new RecordMassApproval.Command(Guid.CreateVersion7(), "mark", " 26-0417 ", office.Clock.Today, "House Communications Standards Commission");
        (await office.TryAsync<RecordMassApproval>(o => o.ExecuteAsync(approval with { Number = " " }, boss, default))).Refused("Enter the approval's number and who gave it.");
        (await office.TryAsync<RecordMassApproval>(o => o.ExecuteAsync(approval with { ApprovedOn = office.Clock.Today.AddDays(3) }, boss, default)))
            .Refused("The day of the approval is in the future. Enter the day it was given.");
        (await office.TryAsync<RecordMassApproval>(o => o.ExecuteAsync(approval, boss, default))).Did("MassApprovalRecorded");
        (await office.TryAsync<RecordMassApproval>(o => o.ExecuteAsync(approval, boss, default))).ChangedNothing();
        finding = await CheckAsync(office, unasked);
        Assert.Null(finding.Stop);
        Assert.Equal("26-0417", finding.Approval!.Number);
    }

    [Theory, OnBoth]
    public async Task During_a_blackout_even_an_approved_text_waits_unless_a_disaster_exception_is_recorded(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var pieces = new MassPieces("mark", 500, false, Guid.CreateVersion7());
        await office.DoAsync<RecordMassApproval>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), "mark", "1", office.Clock.Today, "The Commission"), boss, default));
        var election = new RecordElection.Command(Guid.CreateVersion7(), office.Clock.Today.AddDays(60), ElectionKind.Primary, true);
        await office.DoAsync<RecordElection>(o => o.ExecuteAsync(election with { Id = Guid.CreateVersion7(), Day = office.Clock.Today.AddDays(61) }, boss, default));
        await office.DoAsync<RecordElection>(o => o.ExecuteAsync(election with { Id = Guid.CreateVersion7(), Day = office.Clock.Today.AddDays(5), OnBallot = false }, boss, default));
        Assert.Null((await CheckAsync(office, pieces)).Stop);
        (await office.TryAsync<RecordElection>(o => o.ExecuteAsync(election, boss, default))).Did("ElectionRecorded");
        (await office.TryAsync<RecordElection>(o => o.ExecuteAsync(election with { Id = Guid.CreateVersion7() }, boss, default))).Refused("This election is already on your list.");
        Assert.True((await CheckAsync(office, pieces)).IsBlackedOut);
        // Fewer pieces aren't a mass communication.
        Assert.Null((await CheckAsync(office, pieces with { Pieces = 499 })).Stop);

        (await office.TryAsync<RecordDisasterException>(o => o.ExecuteAsync(new(pieces.EventId, " "), boss, default))).Was<Outcome.Refused>();
        (await office.TryAsync<RecordDisasterException>(o => o.ExecuteAsync(new(pieces.EventId, "Hurricane. The Commission's counsel agreed by phone."), boss, default))).Did("DisasterExceptionRecorded");
        Assert.Null((await CheckAsync(office, pieces)).Stop);
        Assert.True((await CheckAsync(office, pieces with { EventId = Guid.CreateVersion7() })).IsBlackedOut);
        (await office.TryAsync<RemoveElection>(o => o.ExecuteAsync(election.Id, boss, default))).Did("ElectionRemoved");
        Assert.Null((await CheckAsync(office, pieces with { EventId = Guid.CreateVersion7() })).Stop);
    }

    private static Task<MassFinding> CheckAsync(DomainHost office, MassPieces pieces) =>
        office.WithAsync<MassMailGuard, MassFinding>(g => g.CheckAsync(pieces, office.Clock.Now.UtcDateTime, default));

    private static Task CountAsync(DomainHost office, MassPieces pieces) => office.AddAsync(new MassCount
    {
        Id = Guid.CreateVersion7(),
        Year = MassMailRules.YearOf(office.Clock.Today),
        TextMark = pieces.TextMark,
        Title = "A text",
        Unasked = pieces.Pieces,
    });
}
