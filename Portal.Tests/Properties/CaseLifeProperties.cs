using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Properties;

/// <summary>Operations in any order never break a case's invariants. FsCheck shrinks a sequence that does.</summary>
public sealed class CaseLifeProperties
{
    // Each sequence needs its own database, so each run tries only a few; over many runs that adds up.
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(Rounds.Of(60, 6)).WithEndSize(18).WithStartSize(8);

    [Theory, OnBoth]
    public void Any_order_of_operations_keeps_a_case_consistent(DatabaseProvider on) =>
        Prop.ForAll(Gen.Elements(Enum.GetValues<Step>()).ListOf().ToArbitrary(), steps => PlayAsync(on, steps)).Check(Few);

    private static async Task PlayAsync(DatabaseProvider on, IEnumerable<Step> steps)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var life = new CaseLife(office, maria, (await office.Given.SubmittedCase()).Id);
        foreach (var step in steps)
            await life.PlayAsync(step);
    }
}
