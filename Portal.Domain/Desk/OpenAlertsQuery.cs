using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A safety alert as every page of the office shows it.</summary>
/// <param name="Person">The constituent's name.</param>
/// <param name="Phone">The number to call, as people read it; null when there is none.</param>
/// <param name="RaisedAt">UTC.</param>
public sealed record OpenAlert(Guid CaseId, string Reference, string Person, string? Phone, SafetyKind Kind, DateTime RaisedAt)
{
    /// <summary>The link that dials the number; null if it can't be dialed as it stands.</summary>
    public string? PhoneLink { get; init; }

    /// <summary>Who is calling now; null when no one is.</summary>
    public string? Caller { get; init; }

    /// <summary>Whether the reader is the one calling.</summary>
    public bool IsMine { get; init; }

    /// <summary>When the call was started, UTC.</summary>
    public DateTime? CallingAt { get; init; }
}

/// <summary>Reads the safety alerts no one has closed: one for each case, the oldest first. Almost always there are none.</summary>
public sealed class OpenAlertsQuery(PortalDb db, Vault vault, StaffDirectory staff, TimeProvider clock)
{
    private const int Most = 200;

    private const int MostCases = 20;

    private static readonly KeptQuery<int, SafetyAlert> Open = new((db, _) =>
        db.Set<SafetyAlert>().AsNoTracking().Where(a => a.ReachedAt == null).OrderBy(a => a.RaisedAt).Take(Most));

    /// <summary>The open alerts a reader may see.</summary>
    public async Task<IReadOnlyList<OpenAlert>> ReadAsync(Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ReadCases) || await Open.ListAsync(db, 0, cancellation) is not { Count: > 0 } alerts)
            return [];
        var now = clock.GetUtcNow().UtcDateTime;
        var names = await staff.NamesAsync(cancellation);
        var shown = new List<OpenAlert>();
        foreach (var ofCase in alerts.GroupBy(a => a.CaseId).Take(MostCases))
        {
            var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == ofCase.Key, cancellation);
            var calling = ofCase.FirstOrDefault(a => a.CallingNow(now) is not null);
            var (person, phone) = await ContactAsync(@case, cancellation);
            shown.Add(new(@case.Id, @case.Reference, person, PhoneNumber.Show(phone), ofCase.Min(a => a.Kind), ofCase.Min(a => a.RaisedAt))
            {
                PhoneLink = PhoneNumber.TryParse(phone, out var number) ? number.Link : null,
                Caller = calling is null ? null : names.GetValueOrDefault(calling.CallerId!.Value),
                IsMine = calling?.CallerId == reader.Id,
                CallingAt = calling?.CallingAt,
            });
        }

        return shown;
    }

    // A case whose key is gone must not break every page of the office.
    private async Task<(string Person, string? Phone)> ContactAsync(Case @case, CancellationToken cancellation)
    {
        try
        {
            var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == @case.Id, cancellation);
            var answers = RequestJson.Unseal(await vault.OpenAsync(@case.Id, cancellation), request);
            return (@case.PersonName.Text, answers.Person.Phone ?? answers.Helper.Phone);
        }
        catch (Exception erased) when (erased is KeyErasedException or CryptographicException)
        {
            return (@case.Reference, null);
        }
    }
}
