using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;

namespace Portal.Domain.Demo;

/// <summary>Plays the staff's steps of a story as the person the case is assigned to.</summary>
internal sealed class DemoStaff(IServiceProvider services)
{
    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Plays the step.</summary>
    public async Task ActAsync(DemoStory story, DemoStep step, DateOnly today, CancellationToken cancellation)
    {
        var id = story.CaseId;
        var actor = await WhoAsync(id, cancellation);
        var outcome = step.Verb switch
        {
            "accept" => await Get<AcceptCase>().ExecuteAsync(new(id, null), actor, cancellation),
            "note" => await Get<WriteNote>().ExecuteAsync(new(id, step.Text, Key(services)), actor, cancellation),
            "write" => await Get<SendMessage>().ExecuteAsync(new(id, null, step.Text, Key(services)), actor, cancellation),
            "ask" => await AskAsync(id, step, today, actor, cancellation),
            "residency" => await Get<ConfirmResidency>().ExecuteAsync(new(id, null), actor, cancellation),
            "request-release" => await Get<AskForRelease>().ExecuteAsync(new(id, null, step.Arguments[0]), actor, cancellation),
            "exception" => await Get<RecordException>().ExecuteAsync(new(id, null, step.Arguments[0], true), actor, cancellation),
            "check-paper" => await CheckAsync(id, today, actor, cancellation),
            "inquire" => await InquireAsync(id, step, actor, cancellation),
            "acknowledge" => await AnswerAsync(id, ResponseKind.Acknowledgment, step, today, actor, cancellation),
            "interim" => await AnswerAsync(id, ResponseKind.Interim, step, today, actor, cancellation),
            "final" => await AnswerAsync(id, ResponseKind.Final, step, today, actor, cancellation),
            "close" => await Get<CloseCase>()
                .ExecuteAsync(new(id, null, Enum.Parse<ClosingReason>(step.Arguments[0]), step.Text), actor, cancellation),
            "decline" => await Get<DeclineCase>()
                .ExecuteAsync(new(id, null, Enum.Parse<ClosingReason>(step.Arguments[0]), step.Text), actor, cancellation),
            "refer" => await ReferAsync(id, step, actor, cancellation),
            "reopen" => await Get<ReopenCase>().ExecuteAsync(new(id, null), actor, cancellation),
            _ => throw new FormatException($"Staff do not '{step.Verb}'."),
        };
        Expect(outcome, story, step);
    }

    /// <summary>A new idempotency key, like the one a form sends.</summary>
    internal static Guid Key(IServiceProvider services) => Guid.CreateVersion7(services.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>Throws if the step was refused: the story breaks a rule of the office and must be fixed.</summary>
    internal static void Expect(Outcome outcome, DemoStory story, DemoStep step)
    {
        if (!outcome.Succeeded)
            throw new InvalidOperationException($"The demonstration case of {story.Name} cannot '{step.Verb}': {outcome}");
    }

    private async Task<Actor> WhoAsync(Guid caseId, CancellationToken cancellation)
    {
        var db = Get<PortalDb>();
        var assigned = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.AssignedToId).SingleAsync(cancellation);
        var member = await db.Set<StaffMember>().AsNoTracking()
            .SingleAsync(s => assigned == null ? s.NormalizedEmail == DemoOffice.CaseworkerEmail.ToUpperInvariant() : s.Id == assigned, cancellation);
        return Actor.Staff(member.Id, member.DisplayName, member.Role);
    }

    private async Task<Outcome> AskAsync(Guid caseId, DemoStep step, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        var due = today.AddDays(int.Parse(step.Arguments[0], CultureInfo.InvariantCulture));
        return await Get<RequestInformation>().ExecuteAsync(new(caseId, null, step.Text, due, Key(services)), actor, cancellation);
    }

    private async Task<Outcome> CheckAsync(Guid caseId, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        await Get<DocumentPendingJob>().RunAsync(cancellation);
        var release = await Get<PortalDb>().Set<PrivacyRelease>().AsNoTracking()
            .SingleAsync(r => r.CaseId == caseId && r.Status == ReleaseStatus.Checking, cancellation);
        return await Get<AcceptRelease>()
            .ExecuteAsync(new(release.Id, release.Version, today, Enum.GetValues<CheckPoint>()), actor, cancellation);
    }

    private async Task<Outcome> InquireAsync(Guid caseId, DemoStep step, Actor actor, CancellationToken cancellation)
    {
        var agency = await Get<PortalDb>().Set<Case>().Where(c => c.Id == caseId).Select(c => c.AgencyCode).SingleAsync(cancellation);
        var (method, ask) = (Enum.Parse<InquiryMethod>(step.Arguments[0]), Enum.Parse<PermittedAsk>(step.Arguments[1]));
        return await Get<SendInquiry>()
            .ExecuteAsync(new(caseId, null, agency!, ask, method, step.Text) { Key = Key(services) }, actor, cancellation);
    }

    private async Task<Outcome> AnswerAsync(
        Guid caseId, ResponseKind kind, DemoStep step, DateOnly today, Actor actor, CancellationToken cancellation)
    {
        var inquiry = await Get<PortalDb>().Set<AgencyInquiry>().Where(i => i.CaseId == caseId && i.EndedAt == null)
            .OrderByDescending(i => i.SentAt).Select(i => i.Id).FirstAsync(cancellation);
        return await Get<RecordResponse>().ExecuteAsync(new(caseId, inquiry, kind, today, step.Text, Key(services)), actor, cancellation);
    }

    private Task<Outcome> ReferAsync(Guid caseId, DemoStep step, Actor actor, CancellationToken cancellation) =>
        step.Text.Split(" | ") is [var to, var letter]
            ? Get<ReferCase>().ExecuteAsync(new(caseId, null, Enum.Parse<ReferralKind>(step.Arguments[0]), to, letter), actor, cancellation)
            : throw new FormatException("A referral is written 'to | letter'.");
}
