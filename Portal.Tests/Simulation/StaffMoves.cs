using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Corrections;
using Portal.Domain.Inquiries;
using Portal.Domain.Intake;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;
using Portal.Tests.Support;

namespace Portal.Tests.Simulation;

/// <summary>What a member of staff does when My turn tells them the next step, and what agencies answer.</summary>
internal sealed class StaffMoves(SimulatedOffice world)
{
    private readonly List<(DateOnly On, Guid Case, Guid Inquiry, ResponseKind Kind)> _answers = [];

    private DateOnly Today => world.Office.Clock.Today;

    /// <summary>Does the step of a case.</summary>
    public async Task DoAsync(Case @case, CaseStep step, Actor by)
    {
        var (id, key) = (@case.Id, Guid.CreateVersion7());
        switch (step.Move)
        {
            case CaseMove.Accept when world.Chance(0.06):
                await world.ActAsync<DeclineCase>(o => o.ExecuteAsync(new(id, null, ClosingReason.NotFederal, "We can't help with this."), by, default));
                break;
            case CaseMove.Accept:
                await world.ActAsync<AcceptCase>(o => o.ExecuteAsync(new(id, null), by, default));
                break;
            case CaseMove.Write when world.Chance(0.3):
                await world.ActAsync<MarkAsRead>(o => o.ExecuteAsync(new(id, null, null), by, default));
                break;
            case CaseMove.Write or CaseMove.Remind when world.Chance(0.3):
                await world.ActAsync<RequestInformation>(o => o.ExecuteAsync(new(id, null, "A letter", Today.AddDays(10), key), by, default));
                break;
            case CaseMove.Write:
                await WriteAsync(@case, by);
                break;
            case CaseMove.CallBack or CaseMove.Confirm or CaseMove.Remind:
                await CallAsync(id, by);
                if (step.Move == CaseMove.Confirm)
                    await world.ActAsync<ConfirmRequest>(o => o.ExecuteAsync(new(id, ConfirmedHow.Sheet), by, default));
                break;
            case CaseMove.CorrectContact:
                await CorrectAsync(@case, by);
                break;
            case CaseMove.ChooseTopic:
                await world.ActAsync<ChangeTopic>(o => o.ExecuteAsync(new(id, null, "ssa-missing-payment", null), by, default));
                break;
            case CaseMove.ConfirmResidency:
                await world.ActAsync<ConfirmResidency>(o => o.ExecuteAsync(new(id, null), by, default));
                break;
            case CaseMove.AskForRelease when world.Chance(0.5):
                await world.ActAsync<RecordException>(o => o.ExecuteAsync(new(id, null, "SSA", true), by, default));
                break;
            case CaseMove.AskForRelease:
                await world.ActAsync<AskForRelease>(o => o.ExecuteAsync(new(id, null, "SSA"), by, default));
                break;
            case CaseMove.Inquire:
                await InquireAsync(id, by);
                break;
            case CaseMove.FollowUp when step.InquiryId is { } inquiry && !world.Chance(0.08):
                await world.ActAsync<FollowUpInquiry>(o => o.ExecuteAsync(new(id, inquiry, InquiryMethod.Phone, "Where is it?", key), by, default));
                break;
            case CaseMove.FollowUp or CaseMove.EndInquiry when step.InquiryId is { } inquiry:
                await world.ActAsync<EndInquiry>(o => o.ExecuteAsync(new(id, inquiry, "No answer.", key), by, default));
                break;
            case CaseMove.Close or CaseMove.Refer:
                await world.ActAsync<CloseCase>(o => o.ExecuteAsync(new(id, null, ClosingReason.InformationGiven, "This is done."), by, default));
                break;
            case CaseMove.Reopen:
                await world.ActAsync<ReopenCase>(o => o.ExecuteAsync(new(id, null), by, default));
                break;
        }
    }

    /// <summary>Calls somebody; half of the calls reach nobody.</summary>
    public async Task CallAsync(Guid id, Actor by)
    {
        var (key, reached) = (Guid.CreateVersion7(), world.Chance(0.5));
        var done = await world.ActAsync<LogCall>(o => o.ExecuteAsync(
            new(id, reached ? CallDirection.Out : CallDirection.Missed, "We said where it stands.", key), by, default));
        if (reached && done.Succeeded)
            world.Ledger.Told(id);
    }

    /// <summary>Records what agencies have answered by today.</summary>
    public async Task RecordAnswersAsync(Actor by)
    {
        foreach (var answer in _answers.Where(a => a.On <= Today).ToList())
        {
            _answers.Remove(answer);
            var key = Guid.CreateVersion7();
            await world.ActAsync<RecordResponse>(o => o.ExecuteAsync(new(answer.Case, answer.Inquiry, answer.Kind, Today, "Here it is.", key), by, default));
        }
    }

    private async Task WriteAsync(Case @case, Actor by)
    {
        var key = Guid.CreateVersion7();
        var byHand = @case.ContactEmail is null;
        var done = await world.ActAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, $"Here is where your case stands on {Today}.", key) { IsBroughtByHand = byHand }, by, default));
        if (byHand && done.Succeeded)
            world.Ledger.Told(@case.Id);
    }

    // Staff call, and often learn a new address.
    private async Task CorrectAsync(Case @case, Actor by)
    {
        await CallAsync(@case.Id, by);
        if (!world.Chance(0.6))
            return;
        var known = await world.Office.WithAsync<CaseContact, CaseContact.Known>(c => c.ReadAsync(@case.Id, default));
        var email = $"new.{@case.Reference.ToLowerInvariant()}@example.org";
        var contact = known.Contact with { Person = known.Contact.Person with { Email = email } };
        if ((await world.ActAsync<CorrectContact>(o => o.ExecuteAsync(new(@case.Id, null, contact, CorrectionReason.Returned, IdentityCheck.CalledBack), by, default))).Succeeded)
            world.Ledger.Moved(@case.Id, email);
    }

    private async Task InquireAsync(Guid id, Actor by)
    {
        var key = Guid.CreateVersion7();
        var done = await world.ActAsync<SendInquiry>(o => o.ExecuteAsync(
            new(id, null, "SSA", PermittedAsk.InformationOrStatus, InquiryMethod.Phone, "Where is it?") { Key = key }, by, default));
        if (!done.Succeeded)
            return;
        if (world.Chance(0.6))
            _answers.Add((Today.AddDays(world.Random.Next(1, 20)), id, key, ResponseKind.Acknowledgment));
        // One agency in four never answers.
        if (world.Chance(0.75))
            _answers.Add((Today.AddDays(world.Random.Next(8, 120)), id, key, ResponseKind.Final));
    }
}
