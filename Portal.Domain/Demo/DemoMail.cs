using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Liaisons;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Domain.Demo;

/// <summary>Email that arrived this morning: an agency's answer that files itself, and some that a person has to file.</summary>
internal sealed class DemoMail(PortalDb db, MailStore store, DemoClock clock)
{
    private sealed record Asked(string Reference, string Person, string Liaison);

    /// <summary>Stores the emails. The job that sorts them runs afterward.</summary>
    public async Task ArriveAsync(CancellationToken cancellation)
    {
        var asked = await AskedAsync(cancellation);
        if (asked.Count < 2)
            return;
        var (first, second) = (asked[0], asked[1]);
        (string From, string Subject, string Text, int MinutesAgo)[] emails =
        [
            (first.Liaison, $"RE: Congressional inquiry – {first.Reference}",
                "Good morning,\n\nWe have located the file and expect a decision within 30 days. We will write to you again then.\n\nCongressional Liaison", 35),
            (second.Liaison, "RE: inquiry (no number)",
                $"Good morning,\n\nPlease note that we have received the missing document of your constituent {second.Person}. The file will be looked at again.\n\nCongressional Liaison", 62),
            (DemoCases.TryEmail, "my papers", "Good morning, I found the letter I told you about. Do you still need it? Grace", 90),
            ("unknown@mail.example", "please help with my visa", "Hello, my cousin says you help with visas. I have been waiting for two years. Who do I call?", 170),
        ];
        foreach (var (from, subject, text, ago) in emails)
        {
            var at = clock.Now.AddMinutes(-ago);
            var raw = $"From: {from}\r\nTo: casework@office.example\r\nSubject: {subject}\r\nDate: {at:R}\r\nMessage-ID: <demo-{ago}@mail.example>\r\n"
                + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{text.ReplaceLineEndings("\r\n")}\r\n";
            await store.AddAsync(new(Encoding.UTF8.GetBytes(raw), at, IsWhole: true), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<IReadOnlyList<Asked>> AskedAsync(CancellationToken cancellation)
    {
        var open = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.EndedAt == null).OrderByDescending(i => i.SentAt)
            .Join(db.Set<Case>(), i => i.CaseId, c => c.Id, (i, c) => new { i.AgencyCode, Case = c }).Where(x => x.Case.ClosedAt == null).Take(20).ToListAsync(cancellation);
        var liaisons = (await db.Set<AgencyContact>().AsNoTracking().Where(c => c.Card.Email != null).ToListAsync(cancellation))
            .GroupBy(c => c.AgencyCode).ToDictionary(g => g.Key, g => g.First().Card.Email!);
        return [.. open.GroupBy(o => o.Case.Id).Where(g => g.Count() == 1).Select(g => g.Single())
            .DistinctBy(o => o.AgencyCode).Where(o => liaisons.ContainsKey(o.AgencyCode)).Select(o => new Asked(o.Case.Reference, o.Case.PersonName, liaisons[o.AgencyCode]))];
    }
}
