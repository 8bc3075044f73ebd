using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Progress;

namespace Portal.BackOffice.Areas.Office;

/// <summary>The form that does a step, for lists. A step that's done on the case itself leads there.</summary>
internal static class StepLink
{
    /// <summary>The page where a step is done; the case itself for a reader who may not do it.</summary>
    public static string For(CaseStep step, CaseLinks urls, Actor reader) => reader.May(Needed(step.Move)) ? For(step, urls) : urls.Show();

    private static Permission Needed(CaseMove move) => move switch
    {
        CaseMove.Write or CaseMove.Remind => Permission.MessageConstituents,
        CaseMove.Inquire or CaseMove.RecordResponse or CaseMove.FollowUp or CaseMove.EndInquiry => Permission.ContactAgencies,
        CaseMove.CallBack => Permission.WriteNotes,
        CaseMove.CheckRelease => Permission.ReadCases,
        _ => Permission.WorkCases,
    };

    private static string For(CaseStep step, CaseLinks urls) => step switch
    {
        { Move: CaseMove.ChooseTopic } => urls.Change(),
        { Move: CaseMove.CorrectContact or CaseMove.CheckChange } => urls.Contact,
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
        { Move: CaseMove.DoTask } => urls.Task(),
        { Move: CaseMove.Refer } => urls.Refer(),
        { Move: CaseMove.Close } => urls.Close(),
        _ => urls.Show(),
    };
}
