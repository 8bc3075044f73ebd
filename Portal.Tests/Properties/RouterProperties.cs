using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Cases;
using Portal.Domain.Routing;

namespace Portal.Tests.Properties;

/// <summary>With any rules and staff, the router picks someone who can take the case, always the same person, and gives reasons.</summary>
public sealed class RouterProperties
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static Gen<Candidate> Person(int index) =>
        from languages in Gen.SubListOf("en", "es", "Mandarin")
        from specialties in Gen.SubListOf("SSA", "IRS", "irs-refund")
        from open in Gen.Choose(0, 4)
        from most in Gen.Elements<int?>(null, 0, 2, 5)
        from absent in Gen.Elements(false, false, true)
        from zip in Gen.Elements(null, "100", "122")
        from leads in Gen.Elements(false, false, true)
        select new Candidate(Ids[index], "P" + index, open, most)
        {
            Languages = languages.ToList(),
            Specialties = specialties.ToList(),
            Absent = absent,
            ZipPrefix = zip,
            Leads = leads,
        };

    private static Gen<RoutingRule> Rule =>
        from aspect in Gen.Elements(Enum.GetValues<RoutingAspect>())
        from position in Gen.Choose(0, 3)
        from enabled in Gen.Elements(true, true, false)
        from priority in Gen.Elements<Priority?>(null, Priority.P0, Priority.P2)
        from agency in Gen.Elements(null, "SSA", "IRS")
        from assignee in Gen.Elements(new Guid?[] { null, null, Ids[0], Ids[4] })
        from id in Gen.Choose(1, 1_000_000)
        select new RoutingRule
        {
            Id = new Guid(id, 1, 0, new byte[8]),
            Name = "R" + id,
            Aspect = aspect,
            Position = position,
            Enabled = enabled,
            AtLeast = priority,
            AgencyCode = agency,
            AssigneeId = assignee,
        };

    private static Gen<RoutableCase> Request =>
        from priority in Gen.Elements(Enum.GetValues<Priority>())
        from language in Gen.Elements("en", "es")
        from spoken in Gen.Elements(null, "Mandarin")
        from topic in Gen.Elements(("SSA", "ssa-card"), ("IRS", "irs-refund"), (null, null))
        from zip in Gen.Elements(null, "10025", "12207", "90210")
        from same in Gen.Elements(new Guid?[] { null, Ids[1] })
        from alert in Gen.Elements(false, false, true)
        select new RoutableCase(priority, language)
        {
            SpokenLanguage = spoken,
            AgencyCode = topic.Item1,
            TopicCode = topic.Item2,
            Zip = zip,
            SamePersonWith = same,
            SafetyAlert = alert,
        };

    private static Arbitrary<(RoutableCase Case, RoutingRule[] Rules, Candidate[] Staff)> World => (
        from count in Gen.Choose(0, 5)
        from staff in Gen.CollectToList(Enumerable.Range(0, count), Person)
        from rules in Rule.ArrayOf()
        from request in Request
        select (request, rules, staff.ToArray())).ToArbitrary();

    [Fact]
    public void A_case_is_assigned_whenever_someone_is_available_and_never_to_someone_away() => Check((world, route) =>
        route.AssigneeId is { } chosen ? !world.Staff.Single(s => s.Id == chosen).Absent : !world.Staff.Any(s => !s.Absent && !s.IsFull));

    [Fact]
    public void Caseworker_at_capacity_gets_only_emergencies_and_cases_of_their_own_constituents() => Check((world, route) =>
    {
        if (world.Staff.SingleOrDefault(s => s.Id == route.AssigneeId) is not { IsFull: true } chosen)
            return true;
        var rules = world.Rules.Where(r => r.Enabled).ToList();
        return (world.Case.IsEmergency && rules.Any(r => r.Aspect == RoutingAspect.Emergency))
            || rules.Any(r => r.Aspect == RoutingAspect.SamePerson && (r.AssigneeId ?? world.Case.SamePersonWith) == chosen.Id);
    });

    [Fact]
    public void An_emergency_with_a_rule_considers_everyone_present() => Check((world, route) =>
        !(world.Case.IsEmergency && world.Rules.Any(r => r is { Enabled: true, Aspect: RoutingAspect.Emergency, AtLeast: null, AgencyCode: null }))
        || route.AssigneeId is not null == world.Staff.Any(s => !s.Absent));

    [Fact]
    public void The_order_of_staff_and_rules_does_not_matter() => Check((world, route) =>
        Router.Decide(world.Case, [.. world.Rules.Reverse()], [.. world.Staff.Reverse()]).AssigneeId == route.AssigneeId);

    [Fact]
    public void Disabled_rules_change_nothing() => Check((world, route) =>
        Router.Decide(world.Case, [.. world.Rules.Where(r => r.Enabled)], world.Staff).AssigneeId == route.AssigneeId);

    [Fact]
    public void Every_decision_has_a_reason_with_a_complete_sentence() => Check((_, route) =>
        route.Reasons.Count > 0 && route.Reasons.All(r => string.Format(r.Sentence, [.. r.Arguments]).Length > 0));

    [Fact]
    public void Without_rules_the_caseworker_with_the_fewest_cases_is_chosen() => Check((world, _) =>
    {
        var chosen = Router.Decide(world.Case, [], world.Staff).AssigneeId;
        return chosen is null || world.Staff.Single(s => s.Id == chosen).OpenCases
            == world.Staff.Where(s => !s.Absent && !s.IsFull).Min(s => s.OpenCases);
    });

    private static void Check(Func<(RoutableCase Case, RoutingRule[] Rules, Candidate[] Staff), Route, bool> holds) =>
        Prop.ForAll(World, world => holds(world, Router.Decide(world.Case, world.Rules, world.Staff))).QuickCheckThrowOnFailure();
}
