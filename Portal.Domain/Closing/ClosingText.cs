using Portal.Domain.Cases;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Closing;

/// <summary>What a closing letter depends on besides the reason.</summary>
/// <param name="Person">The person the case is about.</param>
/// <param name="Member">The Member's name and title as used in a sentence, in the reader's language; null before the office is set up.</param>
/// <param name="Chamber">The office's chamber.</param>
/// <param name="AgencyWasAsked">Whether we ever contacted an agency about the case.</param>
public sealed record ClosingFacts(string Person, string? Member, Chamber Chamber, bool AgencyWasAsked)
{
    /// <summary>Whether we asked an agency to reconsider.</summary>
    public bool ReconsiderationWasAsked { get; init; }

    /// <summary>Whether we asked for a privacy release.</summary>
    public bool ReleaseWasRequested { get; init; }

    /// <summary>Whether a helper reads it, whom the person's name wouldn't address.</summary>
    public bool IsForHelper { get; init; }

    /// <summary>Whether staff wrote to the constituent or asked for something.</summary>
    public bool PersonWasTold { get; init; }
}

/// <summary>Suggests a closing letter. Staff read and edit it before it goes out.</summary>
public static class ClosingText
{
    /// <summary>The letter, in the constituent's language.</summary>
    public static string Suggest(ClosingReason reason, ClosingFacts facts, string language)
    {
        string T(string english, params object?[] arguments) => Texts.Get(language, english, arguments);
        var greeting = reason == ClosingReason.Deceased ? T("To the family of {0}:", facts.Person) : facts.IsForHelper ? T("Hello:") : T("Dear {0},", facts.Person);
        var body = SaysThatItCloses(reason) ? T(Body(reason, facts)) : $"{T(Body(reason, facts))} {T("We're closing your case.")}";
        var closing = facts.Member is { Length: > 0 } member ? T("Sincerely,\nThe office of {0}", member) : T("Sincerely,\nOur office");
        var invitation = reason == ClosingReason.Deceased
            ? "" : T("If something isn't resolved or we misunderstood, reply here and we'll look again.") + "\n\n";
        return $"{greeting}\n\n{body}\n\n{invitation}{closing}";
    }

    /// <summary>The letter for a referral while we go on helping, in the constituent's language. The contact comes after it.</summary>
    public static string SuggestReferral(ClosingFacts facts, string reference, string language)
    {
        string T(string english, params object?[] arguments) => Texts.Get(language, english, arguments);
        var greeting = facts.IsForHelper ? T("Hello:") : T("Dear {0},", facts.Person);
        var closing = facts.Member is { Length: > 0 } member ? T("Sincerely,\nThe office of {0}", member) : T("Sincerely,\nOur office");
        return $"{greeting}\n\n{T("We're still working on your case. In the meantime, the contact at the end of this letter may be able to help with what we can't. When you contact them, say that our office referred you, and give our reference number, {0}.", reference)}"
            + $"\n\n{T("If they can't help, reply here. We'll look for someone who can.")}\n\n{closing}";
    }

    private static bool SaysThatItCloses(ClosingReason reason) => reason is not
        (ClosingReason.DecisionExplained or ClosingReason.ReconsiderationRefused or ClosingReason.NotFederal
        or ClosingReason.BeforeCourt or ClosingReason.ReferredToMember or ClosingReason.ReferredToStateOrLocal
        or ClosingReason.ReferredToRegulator or ClosingReason.ReferredToCommunity);

    private static string Body(ClosingReason reason, ClosingFacts facts) => reason switch
    {
        ClosingReason.ResolvedInFavor => "We're glad the agency resolved your case. We're closing it now.",
        ClosingReason.PartlyResolved when !facts.PersonWasTold => "The agency resolved part of your case. We're closing your case.",
        ClosingReason.PartlyResolved => "The agency resolved part of your case. We've told you what it decided about the rest. We're closing your case.",
        ClosingReason.DecisionExplained =>
            "The agency explained its decision and won't change it. We know this isn't what you hoped for. If you have a right to appeal, the deadline in the agency's letter still applies.",
        ClosingReason.InformationGiven when !facts.PersonWasTold => "You asked us for information. We're closing your case with this letter.",
        ClosingReason.InformationGiven => "We've given you the information you asked for, so we're closing your case.",
        ClosingReason.ReconsiderationRefused when !facts.ReconsiderationWasAsked =>
            "The agency won't reconsider its decision. We know this isn't what you hoped for. If you have a right to appeal, the deadline in the agency's letter still applies.",
        ClosingReason.ReconsiderationRefused =>
            "We asked the agency to reconsider its decision, and it said no. We know this isn't what you hoped for. If you have a right to appeal, the deadline in the agency's letter still applies.",
        ClosingReason.ReferredToMember when facts.Chamber == Chamber.Senate =>
            "Your address is outside our state. Senate rules let us help only people who live in our state, but your own Senators' offices offer the same free help. You can find your Senators at www.senate.gov.",
        ClosingReason.ReferredToMember =>
            "Your address is outside our district. House rules let us help only people who live in our district, but your own Representative's office offers the same free help. You can find your Representative at www.house.gov.",
        ClosingReason.ReferredToStateOrLocal =>
            "Your state or local government handles the problem you wrote about. A congressional office can't step in, but those offices can help you directly.",
        ClosingReason.ReferredToRegulator =>
            "The problem you wrote about is between you and a company. We can't act for you there, but a federal regulator can take your complaint.",
        ClosingReason.ReferredToCommunity => "We believe another organization can help you better and faster than we can.",
        ClosingReason.NoRelease when !facts.ReleaseWasRequested =>
            "We can't contact the agency about you without a signed privacy release, and we don't have one. We're closing your case for now. If you still want our help, write to us.",
        ClosingReason.NoRelease =>
            "We asked you to sign a privacy release, and we haven't received it. Without it, we can't contact the agency about you. We're closing your case for now, and the link to sign no longer works. If you still want our help, write to us and we'll send you a new one.",
        ClosingReason.NoAnswer when !facts.PersonWasTold => "We haven't heard from you, so we're closing your case for now. Reply here anytime and we'll continue.",
        ClosingReason.NoAnswer => "We wrote to you and haven't heard back, so we're closing your case for now. Reply here anytime and we'll continue.",
        ClosingReason.Withdrawn when facts.AgencyWasAsked => "You asked us to stop. We've closed your case and won't contact the agency about it again.",
        ClosingReason.Withdrawn => "You asked us to stop. We've closed your case and won't contact any agency about it.",
        ClosingReason.NotFederal => "No federal agency handles the problem you wrote about, so our office can't act on it.",
        ClosingReason.BeforeCourt =>
            "Your case is in court. We can't step in while the court decides. A lawyer or a legal aid office can advise you.",
        ClosingReason.Duplicate =>
            "We already have this request from you and are working on it under another reference number. We're closing this one so you'll get one answer, not two.",
        _ => "We learned that the person this case was about has died. We're very sorry for your loss. We're closing the case.",
    };
}
