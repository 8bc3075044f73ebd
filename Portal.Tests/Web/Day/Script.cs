using System.Globalization;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Day;

/// <summary>What each of the six does all day. Everything carries a mark that is found nowhere else.</summary>
internal sealed class Script(DemoDesk desk, CancellationToken stop)
{
    private int _marks;

    /// <summary>A caseworker takes calls, works on the cases, writes to agencies, and records their answers.</summary>
    public async Task WorkAsync(Worker worker)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await TakeCallAsync(worker) is { } own)
            {
                await NoteAsync(worker, own);
                await TaskAsync(worker, own);
                await MessageAsync(worker, own);
                await AskAsync(worker, own);
                await DraftAsync(worker, own, "message");
                if (_marks % 2 == 0)
                    await CloseAsync(worker, own);
                else
                    desk.Fresh.Enqueue(own);
            }

            await LetterAsync(worker);
            await AnswerAsync(worker);
        }
    }

    /// <summary>An intern logs calls, writes notes, and leaves some unfinished.</summary>
    public async Task HelpAsync(Worker worker)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var reference = desk.All[i % desk.All.Count];
            await CallAsync(worker, reference);
            await NoteAsync(worker, reference);
            if (i < desk.All.Count)
                await DraftAsync(worker, reference, "note");
        }
    }

    /// <summary>A manager triages what's new and gives cases to others.</summary>
    public async Task LeadAsync(Worker worker)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            if (desk.Fresh.TryDequeue(out var reference))
                await AssignAsync(worker, reference, desk.Colleagues[i % desk.Colleagues.Count]);
            await CallAsync(worker, desk.All[(i * 7) % desk.All.Count]);
            await worker.OpenAsync("/office/overview");
        }
    }

    /// <summary>An administrator enters days on which the office is closed, and keeps an eye on the jobs.</summary>
    public async Task AdministerAsync(Worker worker)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var (mark, day) = (Mark(), desk.Today.AddYears(1).AddDays(i));
            await worker.SendAsync(Kept.Closure, mark, "/office/holidays", p => Day(
                p.Form("Add days").Fill("Input.Name", $"Training {mark}").Fill("Input.NameEs", $"Curso {mark}"), "Input.FirstDay", day));
            await worker.OpenAsync("/office/jobs");
            await NoteAsync(worker, desk.All[(i * 5) % desk.All.Count]);
        }
    }

    private async Task<string?> TakeCallAsync(Worker worker)
    {
        var mark = Mark();
        var page = await worker.SendAsync(Kept.Case, mark, "/office/new-case", p => p.Form("Create and take it")
            .Fill("Input.FirstName", "Carol").Fill("Input.LastName", mark).Fill("Input.Phone", "303-555-0161").Fill("Input.Email", $"{mark}@example.org")
            .Fill("Input.Story", $"The October payment never came. {mark}").Fill("Input.Topic", "ssa-missing-payment"));
        return page?.Path.Split('?')[0].Split('/')[^1];
    }

    private Task NoteAsync(Worker worker, string reference) =>
        worker.SendAsync(Kept.Note, Mark(out var mark), $"/office/cases/{reference}/note", p => p.Form("Add the note").Fill("Body", $"A note. {mark}"));

    private Task CallAsync(Worker worker, string reference) => worker.SendAsync(
        Kept.Call, Mark(out var mark), $"/office/cases/{reference}/call", p => p.Form("Log the call").Fill("Direction", "In").Fill("Body", $"Asked for news. {mark}"));

    private Task MessageAsync(Worker worker, string reference) => worker.SendAsync(
        Kept.Message, Mark(out var mark), $"/office/cases/{reference}/message", p => p.Form("Send the message").Fill("Body", $"We're on it. {mark}"));

    private Task AskAsync(Worker worker, string reference) => worker.SendAsync(
        Kept.Request, Mark(out var mark), $"/office/cases/{reference}/ask",
        p => Day(p.Form("Send to constituent").Fill("What", $"A copy of the letter. {mark}"), "DueOn", desk.Today.AddDays(14)));

    private Task DraftAsync(Worker worker, string reference, string form) => worker.SendAsync(
        Kept.Draft, Mark(out var mark), $"/office/cases/{reference}/{form}", p => p.Form("Save draft").Fill("Body", $"Not finished. {mark}"));

    private Task CloseAsync(Worker worker, string reference) => worker.SendAsync(
        Kept.Closing, Mark(out var mark), $"/office/cases/{reference}/close",
        p => p.Form("Close and send the message").Fill("Reason", "InformationGiven").Fill("Letter", $"This is done. {mark}"));

    private Task AssignAsync(Worker worker, string reference, Guid to) =>
        worker.SendAsync(Kept.Assignment, $"{reference} {to}", $"/office/cases/{reference}/assign", p => p.Form("Assign").Fill("To", to.ToString()));

    private async Task TaskAsync(Worker worker, string reference)
    {
        var mark = Mark();
        var path = $"/office/cases/{reference}/tasks";
        var added = await worker.SendAsync(Kept.Task, mark, path, p => Day(p.Form("Add").Fill("Kind", "ToDo").Fill("What", $"Call the bank. {mark}"), "On", desk.Today.AddDays(3)));
        if (added is not null)
            await worker.SendAsync(Kept.TaskDone, mark, path, p => p.Form("Mark as done"));
    }

    private async Task LetterAsync(Worker worker)
    {
        if (desk.ToFollowUp.TryDequeue(out var late))
            await worker.SendAsync(
                Kept.Letter, late.Inquiry.ToString(), $"/office/cases/{late.Reference}/letter?inquiry={late.Inquiry}",
                p => p.Document.Forms.Any(f => f.TextContent.Contains("Email now", StringComparison.Ordinal)) ? p.Form("Email now") : null,
                "is on its way|already been sent");
    }

    private async Task AnswerAsync(Worker worker)
    {
        if (!desk.ToAnswer.TryDequeue(out var asked))
            return;
        var mark = Mark();
        await worker.SendAsync(Kept.Answer, mark, $"/office/cases/{asked.Reference}/inquiries/{asked.Inquiry}/response", p => Day(
            p.Form("Save, tell later").Fill("Input.Kind", "Final").Fill("Input.Result", "Denied").Fill("Input.NoDeadline", "true").Fill("Input.Summary", $"Denied. {mark}"),
            "Input.ReceivedOn", desk.Today));
    }

    private static SiteForm Day(SiteForm form, string field, DateOnly day)
    {
        string Written(int part) => part.ToString(CultureInfo.InvariantCulture);
        return form.Fill($"{field}.Month", Written(day.Month)).Fill($"{field}.Day", Written(day.Day)).Fill($"{field}.Year", Written(day.Year));
    }

    private string Mark() => Mark(out _);

    private string Mark(out string mark) => mark = $"mark{Interlocked.Increment(ref _marks):x}{Guid.CreateVersion7():N}"[..24];
}
