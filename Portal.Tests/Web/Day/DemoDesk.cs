using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Web.Commands;

namespace Portal.Tests.Web.Day;

/// <summary>The work that lies on the desks of the demonstration's office, and the six who do it.</summary>
internal sealed class DemoDesk
{
    /// <summary>An open inquiry, and its case.</summary>
    public sealed record Open(string Reference, Guid Inquiry);

    /// <summary>Open cases.</summary>
    public required IReadOnlyList<string> All { get; init; }

    /// <summary>Inquiries that can be followed up by email; each is taken once.</summary>
    public required ConcurrentQueue<Open> ToFollowUp { get; init; }

    /// <summary>Other inquiries; each is answered once.</summary>
    public required ConcurrentQueue<Open> ToAnswer { get; init; }

    /// <summary>Cases that were opened today and that the manager may give to somebody else.</summary>
    public ConcurrentQueue<string> Fresh { get; } = new();

    /// <summary>The caseworkers.</summary>
    public required IReadOnlyList<Guid> Colleagues { get; init; }

    /// <summary>Each of the six, and the secret of their enrollment.</summary>
    public required IReadOnlyList<(StaffRole Role, string Name, string Token)> Six { get; init; }

    /// <summary>The office's day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Adds the six and looks for their work.</summary>
    public static async Task<DemoDesk> ReadAsync(string[] settings)
    {
        await using var services = await CommandServices.ReadyAsync(settings, default);
        var db = services.Get<PortalDb>();
        var six = new List<(StaffRole, string, string)>();
        var colleagues = new List<Guid>();
        foreach (var (role, name) in new[]
        {
            (StaffRole.Administrator, "Ada"), (StaffRole.CaseworkManager, "Nora"), (StaffRole.Caseworker, "Jerome"), (StaffRole.Caseworker, "Priya"),
            (StaffRole.Caseworker, "Lena"), (StaffRole.Intern, "Omar"),
        })
        {
            var added = Assert.IsType<AddStaff.Added>(await services.Get<AddStaff>().ExecuteAsync(
                new($"{name.ToLowerInvariant()}@day.example", name, role), CommandServices.Actor, default));
            six.Add((role, name, added.Token));
            if (role == StaffRole.Caseworker)
                colleagues.Add(added.StaffId);
        }

        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.ClosedAt == null).OrderBy(c => c.Id).ToListAsync();
        var byId = cases.ToDictionary(c => c.Id, c => c.Reference);
        var open = (await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.EndedAt == null).OrderBy(i => i.Id).Select(i => new { i.Id, i.CaseId }).ToListAsync())
            .Where(i => byId.ContainsKey(i.CaseId)).ToList();
        var (toFollowUp, toAnswer) = (new ConcurrentQueue<Open>(), new ConcurrentQueue<Open>());
        foreach (var inquiry in open)
        {
            var situation = await services.Get<LetterDesk>().ReadAsync(inquiry.CaseId, null, inquiry.Id, "Day", default);
            var canEmail = situation is { Readiness: Readiness.Ready, Contacts: [{ Contact.Card.Email: not null }, ..] };
            (canEmail && toFollowUp.Count <= toAnswer.Count ? toFollowUp : toAnswer).Enqueue(new(byId[inquiry.CaseId], inquiry.Id));
        }

        var calendar = await services.Get<Calendars>().ReadAsync(default);
        return new()
        {
            All = [.. cases.Select(c => c.Reference)],
            ToFollowUp = toFollowUp,
            ToAnswer = toAnswer,
            Colleagues = colleagues,
            Six = six,
            Today = calendar.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime),
        };
    }
}
