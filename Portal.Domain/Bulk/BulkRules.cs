using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Bulk;

/// <summary>Which cases can be done together with others. Where somebody has to look first, a case is left out.</summary>
public static class BulkRules
{
    /// <summary>What it takes to do it.</summary>
    public static Permission Needed(BulkDeed deed) => deed == BulkDeed.Ask ? Permission.MessageConstituents : Permission.WorkCases;

    /// <summary>Why cases are left out, as English sentences. Those that can be done aren't in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> LeftOutAsync(this PortalDb db, BulkDeed deed, IReadOnlyCollection<Case> cases, CancellationToken cancellation)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var asking = deed == BulkDeed.Close
            ? (await db.Set<AgencyInquiry>().Where(i => ids.Contains(i.CaseId) && i.EndedAt == null).Select(i => i.CaseId).Distinct().ToListAsync(cancellation)).ToHashSet()
            : [];
        return cases.Select(c => (c.Id, Why: asking.Contains(c.Id) ? "An agency is still working on it." : WhyNot(c, deed)))
            .Where(c => c.Why is not null).ToDictionary(c => c.Id, c => c.Why!);
    }

    private static string? WhyNot(Case @case, BulkDeed deed) => @case switch
    {
        { IsClosed: true } => "It's closed.",
        { Danger: not null } => "A safety alert is open.",
        { AcceptedAt: null } => "No one has accepted the request.",
        { UnansweredSince: not null } => "The constituent wrote, and no one has answered.",
        { AnswerToConfirmSince: not null } => "An email may be the agency's answer, and no one has confirmed it.",
        { AnswerUntoldSince: not null } => "An agency answered, and the constituent hasn't been told.",
        { ContactEmail: null } when deed == BulkDeed.Ask => "The constituent has no email address. Call, or send a letter.",
        _ => null,
    };
}
