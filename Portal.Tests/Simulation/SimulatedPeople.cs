using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Simulation;

/// <summary>The public: people who ask for help, write or don't, sign or don't.</summary>
internal sealed class SimulatedPeople(SimulatedOffice world)
{
    private const double Newcomers = 0.5;
    private int _count;

    /// <summary>One part of a day.</summary>
    public async Task ActAsync()
    {
        if (world.Chance(Newcomers))
            await AskForHelpAsync();
        var open = await world.Office.ReadAsync(db => db.Set<Case>().AsNoTracking().Where(c => c.ContactEmailIndex != null && c.ClosedAt == null).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).ToListAsync());
        foreach (var @case in open.Where(_ => world.Chance(0.01)))
            await WriteAsync(@case);
        foreach (var release in await UnsignedAsync(open))
            if (world.Chance(0.04))
                await SignAsync(release);
        foreach (var @case in open.Where(c => !c.IsConfirmed && world.Chance(0.1)))
            await world.ActAsync<ConfirmRequest>(o => o.ExecuteAsync(
                new(@case.Id, ConfirmedHow.Code) { Answer = new(Answers.Complete().Person.BornOn) }, Actor.Constituent(@case.Id), default));
        await AnswerAsync(open);
        await WriteAfterTheEndAsync();
    }

    /// <summary>What a new person has to say; one caller in three has no email, one person in twelve an address without a mailbox.</summary>
    public (RequestAnswers Answers, string? Mailbox) Somebody(string? topic, bool mayLackEmail)
    {
        var number = ++_count;
        var email = mayLackEmail && number % 3 == 0 ? null : $"{(mayLackEmail ? "caller" : "person")}{number}@example.org";
        if (email is not null && number % 12 == 1)
            world.Gone.Add(email);
        var urgent = world.Chance(0.05);
        var answers = Answers.Complete(topic);
        return (answers with
        {
            Person = answers.Person with { FirstName = $"Ana {number}", Email = email },
            Urgency = urgent ? [UrgencyFact.Eviction] : [],
            Language = number % 4 == 0 ? "es" : "en",
        }, email is not null && world.Gone.Contains(email) ? null : email);
    }

    private async Task AskForHelpAsync()
    {
        var (answers, mailbox) = Somebody(world.Chance(0.15) ? null : "ssa-missing-payment", mayLackEmail: false);
        if (await world.ActAsync<SaveDraft>(o => o.ExecuteAsync(new(null, answers.Language!, _ => answers), Actor.Anonymous, default)) is not SaveDraft.Saved draft)
            return;
        var done = await world.ActAsync<SubmitRequest>(o => o.ExecuteAsync(new(draft.Token, null), Actor.Anonymous, default));
        world.Ledger.Opened(Assert.IsType<SubmitRequest.Submitted>(done).CaseId, mailbox);
    }

    private async Task WriteAsync(Case @case)
    {
        if (world.Chance(0.3) && world.Gone.Contains(@case.ContactEmail!.Text) is false)
        {
            world.Office.Mailbox.ArrivedAt = world.Office.Clock.Utc;
            world.Office.Mailbox.Put(TestMailbox.Email(@case.ContactEmail.Text, $"Case {@case.Reference}", "Is there any news?"));
            return;
        }

        var key = Guid.CreateVersion7();
        await world.ActAsync<PostMessage>(o => o.ExecuteAsync(new(@case.Id, "Is there any news?", key), Actor.Constituent(@case.Id), default));
    }

    private Task<List<PrivacyRelease>> UnsignedAsync(List<Case> open)
    {
        var ids = open.Select(c => c.Id).ToList();
        return world.Office.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.Status == ReleaseStatus.Requested && ids.Contains(r.CaseId)).ToListAsync());
    }

    private async Task SignAsync(PrivacyRelease release)
    {
        await world.ActAsync<SaveReleaseDetails>(o => o.ExecuteAsync(
            new(release.Id, new() { LegalName = "Ana García", Records = "All about the payment" }), Actor.Signer(release.CaseId, release.Id), default));
        var command = await world.Office.Given.SigningOf(release);
        await world.ActAsync<SignRelease>(o => o.ExecuteAsync(command, Actor.Signer(release.CaseId, release.Id), default));
    }

    private async Task AnswerAsync(List<Case> open)
    {
        var ids = open.Select(c => c.Id).ToList();
        foreach (var ask in await world.Office.ReadAsync(db => db.Set<InformationRequest>().AsNoTracking()
            .Where(r => ids.Contains(r.CaseId) && r.AnsweredAt == null && r.CanceledAt == null).ToListAsync()))
            if (world.Chance(0.07))
                await world.ActAsync<EndInformationRequest>(o => o.ExecuteAsync(new(ask.CaseId, ask.Id), Actor.Constituent(ask.CaseId), default));
    }

    private async Task WriteAfterTheEndAsync()
    {
        var closed = await world.Office.ReadAsync(db => db.Set<Case>().AsNoTracking().Where(c => c.ContactEmailIndex != null && c.ClosedAt != null).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        if (closed.Count > 0 && world.Chance(0.03))
        {
            var (id, key) = (closed[world.Random.Next(closed.Count)], Guid.CreateVersion7());
            await world.ActAsync<PostMessage>(o => o.ExecuteAsync(new(id, "It still isn't solved.", key), Actor.Constituent(id), default));
        }
    }
}
