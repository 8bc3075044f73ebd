using Portal.Domain.Cases;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Closing;

/// <summary>Suggests what to write when a case ends; staff read and change it before it goes out.</summary>
public static class ClosingText
{
    /// <summary>The letter, in the constituent's language.</summary>
    public static string Suggest(ClosingReason reason, string person, string? member, string language)
    {
        string T(string english, params object?[] arguments) => Texts.Get(language, english, arguments);
        var closing = member is { Length: > 0 } ? T("Sincerely,\nThe office of {0}", member) : T("Sincerely,\nOur office");
        return $"{T("Dear {0},", person)}\n\n{T(Body(reason))}\n\n{T("If something is still open or we misunderstood you, answer here and we will look again.")}\n\n{closing}";
    }

    private static string Body(ClosingReason reason) => reason switch
    {
        ClosingReason.ResolvedInFavor => "We are glad that the agency has settled your matter. We are closing your case.",
        ClosingReason.PartlyResolved => "The agency has settled a part of your matter. We told you what it decided on the rest. We are closing your case.",
        ClosingReason.DecisionExplained => "The agency has explained its decision and will not change it. We know that this is not what you hoped for. Your right to appeal, if there is one, stays as the agency's letter says.",
        ClosingReason.InformationGiven => "We have given you the information you asked for. We are closing your case.",
        ClosingReason.ReconsiderationRefused => "We asked the agency to look at its decision again, and it refused. Your right to appeal, if there is one, stays as the agency's letter says.",
        ClosingReason.ReferredToMember => "You live outside the area that our office serves. By the rules of Congress, the office of your own Member can help you, and we are not able to. You can find your Member at www.house.gov.",
        ClosingReason.ReferredToStateOrLocal => "What you write about is decided by your State or local government. A congressional office cannot act there. They can help you directly.",
        ClosingReason.ReferredToRegulator => "What you write about is between you and a company. We cannot act for you there, but a federal regulator takes such complaints.",
        ClosingReason.ReferredToCommunity => "We believe that another service can help you better and faster than we can.",
        ClosingReason.NoRelease => "We asked you to sign a privacy release, and it has not come back. Without it we may not contact the agency about you. We are closing your case for now, and the link to sign no longer works. If you still want our help, write to us: we will send you a new one.",
        ClosingReason.NoAnswer => "We wrote to you and have not heard from you. We are closing your case for now. Answer here at any time and we will go on.",
        ClosingReason.Withdrawn => "You asked us to stop. We have closed your case and will not contact any agency about it.",
        ClosingReason.NotFederal => "What you write about is not handled by a federal agency, so our office cannot act on it.",
        ClosingReason.BeforeCourt => "Your matter is before a court. Under the rules of Congress we may not act while a court decides. A lawyer or a legal aid office can advise you.",
        ClosingReason.Duplicate => "We have this request from you already and are working on it under another reference. We are closing this one so that you get one answer, not two.",
        _ => "We have learned of the death of the person this case is about. We are very sorry for your loss. We are closing the case.",
    };
}
