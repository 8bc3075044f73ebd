using Portal.Domain.Platform;
using Portal.Domain.Progress;

namespace Portal.BackOffice.Areas.Office;

/// <summary>The form that does a step, for lists. A step that's done on the case itself leads there.</summary>
internal static class StepLink
{
    public static string For(CaseStep step, CaseLinks urls) => step switch
    {
        { Move: CaseMove.ChooseTopic } => urls.Change(),
        { Move: CaseMove.CorrectContact } => urls.Contact,
        { Move: CaseMove.Write } => urls.Message,
        { Move: CaseMove.Remind } => urls.Remind,
        { Move: CaseMove.CheckRelease } => urls.Releases(),
        { Move: CaseMove.Inquire } => urls.NewLetter(step.Arguments.OfType<string>().FirstOrDefault()),
        { Move: CaseMove.RecordResponse, InquiryId: { } inquiry } => urls.Response(inquiry),
        { Move: CaseMove.FollowUp, InquiryId: { } inquiry } => urls.NewLetter(inquiry: inquiry),
        { Move: CaseMove.EndInquiry, InquiryId: { } inquiry } => urls.EndInquiry(inquiry),
        { Move: CaseMove.Decide or CaseMove.CarryOut, DecisionId: { } decision } => urls.Decision(decision),
        { Move: CaseMove.Confirm } => urls.Confirm,
        { Move: CaseMove.CallBack } => urls.Call,
        { Move: CaseMove.Refer } => urls.Refer(),
        { Move: CaseMove.Close } => urls.Close(),
        _ => urls.Show(),
    };
}
