using Portal.Domain.Cases;
using Portal.Domain.Tasks;

namespace Portal.Domain.Progress;

/// <summary>Something that has to happen next in a case, and who does it.</summary>
/// <param name="Move">What staff can do about it.</param>
/// <param name="Turn">Who has to act.</param>
/// <param name="Sentence">What it is, for staff, as an English sentence: the key of its translation.</param>
/// <param name="Arguments">The sentence's arguments. An agency is given by its code, a day as a <see cref="DateOnly"/>.</param>
public sealed record CaseStep(CaseMove Move, Turn Turn, string Sentence, params object[] Arguments)
{
    /// <summary>The inquiry it's about; null when it's about none.</summary>
    public Guid? InquiryId { get; init; }

    /// <summary>The day it's due; null when it has none of its own.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Who does it, when it isn't whoever has the case.</summary>
    public Guid? ForId { get; init; }

    /// <summary>The question it's about; null when it's about none.</summary>
    public Guid? DecisionId { get; init; }

    // No job can call a person. Staff see it a few days ahead, so that one of them is there on one of these days.
    private const int DaysToCall = 5;

    /// <summary>Calling someone whose update is due soon and who has no email address; null when there's no need.</summary>
    internal static CaseStep? ToCall(Case @case, DateOnly today) =>
        @case is { AcceptedAt: not null, ContactEmail: null, UpdateDueOn: { } due } && due <= today.AddDays(DaysToCall)
            ? new(CaseMove.CallBack, Turn.Office, "This person has no email address. Call or mail a letter by {0}, and log it.", due) { DueOn = due }
            : null;

    /// <summary>The step of something in the calendar.</summary>
    /// <param name="isDue">Whether its day has come.</param>
    internal static CaseStep For(TaskFact task, bool isDue) => (task.Kind switch
    {
        TaskKind.ChangeAsked => new CaseStep(
            CaseMove.CheckChange, Turn.Office, "On {0}, a caller asked to change contact or bank details. Verify that the caller was the constituent. Until then, nothing will change.", task.On),
        TaskKind.CallBack when isDue => new(CaseMove.CallBack, Turn.Office, "We promised to call back on {0}. Call, and log the call.", task.On),
        TaskKind.CallBack => new(CaseMove.CallBack, Turn.Office, "We promised to call back on {0}.", task.On),
        _ when isDue => new(CaseMove.DoTask, Turn.Office, "Task or appointment: {0}. When it's done, mark it as done.", task.On),
        _ => new(CaseMove.DoTask, Turn.Office, "There's a task or appointment on {0}.", task.On),
    }) with
    { DueOn = task.On, ForId = task.ForId };
}
