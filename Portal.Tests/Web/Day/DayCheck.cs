using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Tasks;
using Portal.Domain.Writing;
using Portal.Tests.Domain.Platform.Mail;
using Portal.Web.Commands;

namespace Portal.Tests.Web.Day;

/// <summary>Compares what the site confirmed with what the database holds and what the mail server got.</summary>
internal static class DayCheck
{
    /// <summary>Fails at anything that's missing, there twice, or half done; says what was there.</summary>
    public static async Task<string> CheckAsync(string[] settings, List<Worker> workers, SmtpProcess.SmtpListener server, DateTime since)
    {
        await using var services = await CommandServices.ReadyAsync(settings, default);
        var db = services.Get<PortalDb>();
        await SendRestAsync(services, db);
        await db.ReadKeysAsync(await db.Set<Case>().Select(c => c.Id).ToListAsync(), default);
        var texts = await TextsAsync(db);
        foreach (var worker in workers)
        {
            var sure = worker.Confirmed.ToHashSet();
            foreach (var (kind, mark) in worker.Sent.Distinct())
            {
                var copies = texts.TryGetValue(kind, out var all) ? all.Count(t => t.Contains(mark, StringComparison.Ordinal)) : await CountAsync(db, kind, mark, since);
                Assert.True(copies <= 1, $"{worker.Name}'s {kind} {mark} is there {copies} times.");
                Assert.True(copies == 1 || !sure.Contains((kind, mark)), $"{worker.Name}'s {kind} {mark} was confirmed and is gone.");
            }
        }

        await WholeAsync(db);
        Assert.Null((await services.Get<VerifyActivity>().RunAsync(default)).Problem);
        var twice = await MailAsync(db, server, since);
        var counts = workers.SelectMany(w => w.Confirmed).GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}");
        Assert.Superset(
            new HashSet<Kept> { Kept.Case, Kept.Note, Kept.Call, Kept.Message, Kept.Task, Kept.TaskDone, Kept.Letter, Kept.Answer, Kept.Draft, Kept.Closure },
            workers.SelectMany(w => w.Confirmed).Select(c => c.Kind).ToHashSet());
        return $"{string.Join(", ", counts)}; {twice} emails arrived twice under one Message-ID";
    }

    private static async Task<Dictionary<Kept, List<string>>> TextsAsync(PortalDb db) => new()
    {
        [Kept.Case] = [.. (await db.Set<Case>().AsNoTracking().ToListAsync()).Select(c => c.PersonName.Text)],
        [Kept.Note] = [.. (await db.Set<CaseNote>().AsNoTracking().ToListAsync()).Select(n => n.Body.Text)],
        [Kept.Call] = [.. (await db.Set<PhoneCall>().AsNoTracking().ToListAsync()).Select(c => c.Body.Text)],
        [Kept.Message] = await MessagesAsync(db),
        [Kept.Closing] = await MessagesAsync(db),
        [Kept.Task] = [.. (await db.Set<CaseTask>().AsNoTracking().ToListAsync()).Select(t => t.What?.Text ?? "")],
        [Kept.TaskDone] = [.. (await db.Set<CaseTask>().AsNoTracking().Where(t => t.EndedAt != null).ToListAsync()).Select(t => t.What?.Text ?? "")],
        [Kept.Request] = [.. (await db.Set<InformationRequest>().AsNoTracking().ToListAsync()).Select(r => r.What.Text)],
        [Kept.Answer] = [.. (await db.Set<AgencyResponse>().AsNoTracking().ToListAsync()).Select(r => r.Summary.Text)],
        [Kept.Draft] = [.. (await db.Set<CaseDraft>().AsNoTracking().Where(d => d.EndedKey == null).ToListAsync()).Select(d => d.Fields.Text)],
        [Kept.Closure] = [.. (await db.Set<OfficeClosure>().AsNoTracking().ToListAsync()).Select(c => c.Name)],
    };

    private static async Task<List<string>> MessagesAsync(PortalDb db) => [.. (await db.Set<Message>().AsNoTracking().ToListAsync()).Select(m => m.Body.Text)];

    // A letter is a follow-up of its inquiry; an assignment is the case's.
    private static async Task<int> CountAsync(PortalDb db, Kept kind, string mark, DateTime since)
    {
        if (kind == Kept.Letter)
        {
            var inquiry = Guid.Parse(mark);
            var letters = await db.Set<SentLetter>().Where(l => l.InquiryId == inquiry && l.SentAt >= since && db.Set<InquiryFollowUp>().Any(f => f.Id == l.Id)).Select(l => l.Id).ToListAsync();
            var mails = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.Kind == nameof(AgencyLetterMail) && m.QueuedAt >= since).ToListAsync();
            Assert.Equal(letters.Count, mails.Count(m => m.Cause is { } letter && letters.Contains(letter)));
            return letters.Count;
        }

        var parts = mark.Split(' ');
        var to = Guid.Parse(parts[1]);
        return await db.Set<Case>().CountAsync(c => c.Reference == parts[0] && c.AssignedToId == to);
    }

    // The outbox and the mail queue, as the next start of the process would send them.
    private static async Task SendRestAsync(CommandServices services, PortalDb db)
    {
        while (await services.Get<LetterDueJob>().RunAsync(default) > 0)
        {
        }

        await db.Set<OutgoingMail>().Where(m => m.SentAt == null && m.FailedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, x => x.QueuedAt));
        while (await services.Get<MailDueJob>().RunAsync(default) > 0)
        {
        }
    }

    // Whatever there is has all of its parts.
    private static async Task WholeAsync(PortalDb db)
    {
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync());
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM pragma_foreign_key_check").SingleAsync());
        var events = (await db.Set<ActivityEntry>().AsNoTracking().Select(a => new { a.EventName, a.CaseId, a.Payload }).ToListAsync()).ToLookup(a => a.EventName);
        HashSet<Guid> OfCases(string name) => [.. events[name].Select(a => a.CaseId!.Value)];
        async Task EachAsync(string name, IQueryable<Guid> rows)
        {
            var payloads = string.Join('\n', events[name].Select(a => a.Payload));
            foreach (var id in await rows.ToListAsync())
                Assert.Contains(id.ToString(), payloads, StringComparison.Ordinal);
        }

        var ids = (await db.Set<Case>().Select(c => c.Id).ToListAsync()).ToHashSet();
        Assert.Superset((await db.Set<HelpRequest>().Where(r => r.SubmittedAt != null).Select(r => r.Id).ToListAsync()).ToHashSet(), ids);
        Assert.Superset(ids, OfCases(nameof(RequestSubmitted)));
        Assert.Superset((await db.Set<Case>().Where(c => c.ClosedAt != null).Select(c => c.Id).ToListAsync()).ToHashSet(), OfCases("CaseClosed").Union(OfCases("CaseReferred")).Union(OfCases("CaseDeclined")).Union(OfCases("CaseWithdrawn")).ToHashSet());
        await EachAsync(nameof(NoteWritten), db.Set<CaseNote>().Select(n => n.Id));
        await EachAsync(nameof(CallLogged), db.Set<PhoneCall>().Select(c => c.Id));
        await EachAsync(nameof(TaskAdded), db.Set<CaseTask>().Select(t => t.Id));
        await EachAsync(nameof(InformationRequested), db.Set<InformationRequest>().Select(r => r.Id));
    }

    // Each email that counts as sent arrived, once or once more under the same Message-ID.
    private static async Task<int> MailAsync(PortalDb db, SmtpProcess.SmtpListener server, DateTime since)
    {
        var got = (await server.AcceptedAsync()).GroupBy(m => m.MessageId).ToDictionary(g => g.Key, g => g.Count());
        var ids = got.Keys.Select(k => k.Trim('<', '>').Split('@')[0]).ToHashSet();
        var rows = (await db.Set<OutgoingMail>().AsNoTracking().ToListAsync()).Where(m => ids.Contains(m.Id.ToString("N"))).ToList();
        Assert.Equal(ids.Count, rows.Count);
        Assert.All(rows, m => Assert.NotNull(m.SentAt));
        Assert.All(got.Values, n => Assert.InRange(n, 1, 2));
        Assert.Empty(await db.Set<OutgoingMail>().Where(m => m.SentAt == null && m.FailedAt == null).ToListAsync());
        Assert.Empty((await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.SentAt >= since).ToListAsync())
            .Where(m => !ids.Contains(m.Id.ToString("N"))).Select(m => $"{m.Kind} {m.Id}"));
        return got.Values.Count(n => n == 2);
    }
}
