using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Drafts a letter to an agency whose answer is late. Staff read and edit it before it goes out. Always in English, like
/// everything we send to agencies.
/// </summary>
public static class FollowUpText
{
    /// <summary>
    /// The draft: a follow-up, or, once follow-ups that really went out were left unanswered, a letter to someone higher up.
    /// </summary>
    /// <param name="inquiry">With its answers and follow-ups.</param>
    /// <param name="agency">The agency we asked.</param>
    /// <param name="person">The person the case is about.</param>
    /// <param name="member">The Member's name with title; null before the office is set up.</param>
    /// <param name="sentOn">The day of the inquiry, in the office's time zone.</param>
    public static string Draft(AgencyInquiry inquiry, Agency agency, string person, string? member, DateOnly sentOn)
    {
        string[] parts =
        [
            $"To: {agency.Name}{(agency.LiaisonContact is { Length: > 0 } contact && !inquiry.GoesHigher ? $"\n{contact}" : "")}",
            $"Subject: {(inquiry.GoesHigher ? "Unanswered congressional" : "Follow-up on our")} inquiry of {Day(sentOn)}, {person}",
            $"On {Day(sentOn)} this office contacted you on behalf of {person}. "
                + $"{Answered(inquiry)}We expected {(inquiry.Responses.Count > 0 ? "a further" : "an")} answer by {Day(inquiry.ExpectedOn)} "
                + $"and have not received one.{Earlier(inquiry)}",
            inquiry.GoesHigher
                ? "We have not received an answer, so we are writing to you. Please name someone who will look into this matter, and tell us when we can expect an answer."
                : "Please tell us the status of this matter, what is holding it up, and when we can expect an answer. If another office is handling it, please tell us which one.",
            inquiry.ExceptionCitation is { } exception
                ? $"We asked without a privacy release, under {exception}."
                : "We have a signed privacy release that covers this matter and can send you a copy.",
            $"What we asked:\n{inquiry.Summary}",
            member is { Length: > 0 } ? $"Sincerely,\nThe office of {member}" : "Sincerely,\nOur office",
        ];
        return string.Join("\n\n", parts);
    }

    private static string Answered(AgencyInquiry inquiry) => inquiry.Responses.MaxBy(r => r.ReceivedOn) switch
    {
        null => "",
        { Kind: ResponseKind.Acknowledgment } last => $"You confirmed on {Day(last.ReceivedOn)} that you had received our inquiry. ",
        var last => $"You last wrote to us on {Day(last.ReceivedOn)}. ",
    };

    private static string Earlier(AgencyInquiry inquiry) => inquiry.FollowUps.Count switch
    {
        0 => "",
        1 => " We have followed up once since then.",
        var count => $" We have followed up {count} times since then.",
    };

    private static string Day(DateOnly day) => Texts.Day("en", day);
}
