using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Corrections;
using Portal.Domain.Desk;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Progress;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Simulation;

/// <summary>
/// A manager and three caseworkers. They do what My turn says, from the top, as far as a day goes; they have vacations, ignore days, and are
/// all gone at times.
/// </summary>
internal sealed class SimulatedStaff
{
    private const double IgnoredDays = 0.15;
    private const int RowsPerVisit = 8;
    private readonly SimulatedOffice _world;
    private readonly SimulatedPeople _callers;
    private readonly StaffMoves _moves;
    private readonly List<Actor> _caseworkers = [];
    private readonly Dictionary<Guid, DateOnly> _awayUntil = [];
    private Actor _manager = null!;

    private SimulatedStaff(SimulatedOffice world) => (_world, _callers, _moves) = (world, new(world), new(world));

    public static async Task<SimulatedStaff> HireAsync(SimulatedOffice world)
    {
        var staff = new SimulatedStaff(world) { _manager = await world.Office.Given.Staff(StaffRole.CaseworkManager, "Nora") };
        foreach (var name in new[] { "Maria", "Jerome", "Priya" })
            staff._caseworkers.Add(await world.Office.Given.Caseworker(name));
        return staff;
    }

    /// <summary>Half a day of work.</summary>
    public async Task WorkAsync()
    {
        var office = _world.Office;
        var calendar = await office.WithAsync<Calendars, OfficeCalendar>(c => c.ReadAsync(default));
        if (!calendar.IsBusinessDay(office.Clock.Today) || _world.Troubles.IsNobodyThere(office.Clock.Today.ToDateTime(default)))
            return;
        await _moves.RecordAnswersAsync(_manager);
        foreach (var caseworker in _caseworkers)
            if (!await IsAwayAsync(caseworker) && !_world.Chance(IgnoredDays))
                await WorkAsync(caseworker);
        if (!_world.Chance(IgnoredDays))
            await ManageAsync();
    }

    private async Task WorkAsync(Actor caseworker)
    {
        if (_world.Chance(0.25))
            await TakeDownAsync(caseworker);
        var turn = await _world.Office.WithAsync<MyTurnQuery, MyTurnPage>(q => q.ReadAsync(caseworker.Id!.Value, caseworker, default));
        foreach (var row in turn.Rows.Take(RowsPerVisit))
            await _moves.DoAsync(row.Case, row.Step, caseworker);
    }

    // Somebody calls, writes a letter, sends an email, or comes in.
    private async Task TakeDownAsync(Actor caseworker)
    {
        var (answers, mailbox) = _callers.Somebody("ssa-missing-payment", mayLackEmail: true);
        Door[] doors = [Door.Telephone, Door.Letter, Door.Email, Door.WalkIn, Door.Event];
        var command = new OpenCase.Command(Guid.CreateVersion7(), doors[_world.Random.Next(doors.Length)], answers) { Takes = _world.Chance(0.7) };
        Assert.IsType<OpenCase.Opened>(await _world.ActAsync<OpenCase>(o => o.ExecuteAsync(command, caseworker, default)));
        _world.Ledger.Opened(command.Key, mailbox);
    }

    // The manager gives out what nobody has, and calls whoever can't be reached otherwise and was forgotten.
    private async Task ManageAsync()
    {
        var office = _world.Office;
        var free = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Unassigned), _manager.Id, null, default));
        foreach (var row in free.Rows)
        {
            var to = _caseworkers[_world.Random.Next(_caseworkers.Count)];
            await _world.ActAsync<AssignCase>(o => o.ExecuteAsync(new(row.Id, null, to.Id), _manager, default));
        }

        var late = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Overdue), _manager.Id, null, default));
        foreach (var row in late.Rows.Take(2 * RowsPerVisit))
            await _moves.CallAsync(row.Id, _manager);
    }

    // One to ten days, sometimes entered as an absence, sometimes not.
    private async Task<bool> IsAwayAsync(Actor caseworker)
    {
        var today = _world.Office.Clock.Today;
        if (_awayUntil.TryGetValue(caseworker.Id!.Value, out var until) && today <= until)
            return true;
        if (!_world.Chance(0.01))
            return false;
        _awayUntil[caseworker.Id.Value] = today.AddDays(_world.Random.Next(1, 14));
        if (_world.Chance(0.5))
            await _world.ActAsync<ChangeStaff>(o => o.ExecuteAsync(
                new(caseworker.Id.Value, caseworker.Name, StaffRole.Caseworker, false) { AbsentFrom = today, AbsentUntil = _awayUntil[caseworker.Id.Value] },
                Actor.System("simulation"), default));
        return true;
    }
}
