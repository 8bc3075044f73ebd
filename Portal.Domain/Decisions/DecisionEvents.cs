using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Decisions;

/// <summary>A caseworker asked the Member or senior staff to decide.</summary>
public sealed record DecisionRequested(Guid DecisionId, DecisionBy By, DateOnly DueOn) : IEvent;

/// <summary>The Member or senior staff decided.</summary>
public sealed record DecisionMade(Guid DecisionId, DecisionBy By, DecisionChoice Choice) : IEvent;

/// <summary>A decision was carried out, or the question no longer matters.</summary>
/// <param name="WasMade">Whether there was a decision.</param>
public sealed record DecisionEnded(Guid DecisionId, bool WasMade) : IEvent;

/// <summary>Tells the managers that a caseworker needs a decision.</summary>
public sealed record DecisionRequestedMail(string Reference, Guid DecisionId, DecisionBy By, DateOnly DueOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(
        By == DecisionBy.Member ? desk.T("Case {0}: the Member has to decide by {1}", Reference, desk.Day(DueOn)) : desk.T("Case {0}: a decision is needed by {1}", Reference, desk.Day(DueOn)),
        [
            By == DecisionBy.Member
                ? desk.T("A caseworker needs the Member's decision on case {0}. It's on the attention list. Once the Member has decided, record the decision.", Reference)
                : desk.T("A caseworker needs your decision on case {0}. Open it to read the question.", Reference),
        ])
    {
        Link = (desk.T("Read the question"), desk.Page(Links.Office.CasePages(Reference).Decision(DecisionId))),
        WaysBack = WaysBack.Unsaid,
    };
}

/// <summary>Tells the caseworker who asked that there is a decision.</summary>
public sealed record DecisionMadeMail(string Reference, Guid DecisionId) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: there's a decision", Reference),
        [desk.T("There's a decision on the question you asked about case {0}. Read it, then carry it out.", Reference)])
    {
        Link = (desk.T("Read the decision"), desk.Page(Links.Office.CasePages(Reference).Decision(DecisionId))),
        WaysBack = WaysBack.Unsaid,
    };
}
