namespace Portal.Web.Hosting;

/// <summary>Why a form wasn't processed.</summary>
/// <param name="Heading">What happened, in English.</param>
/// <param name="Advice">What to do, in English.</param>
/// <param name="Button">What sends it again, in English; null if it must not be sent again.</param>
public sealed record UnsentReason(string Heading, string Advice, string? Button)
{
    /// <summary>The antiforgery token had expired.</summary>
    public static UnsentReason Expired { get; } = new(
        Says("Your session timed out"),
        Says("What you wrote is still here, but it wasn't sent. Send it again."),
        Says("Send it now"));

    /// <summary>The case is no longer open in this browser.</summary>
    public static UnsentReason SessionEnded { get; } = new(
        Says("Your session ended"),
        Says("To protect your information, we signed you out after 30 minutes. What you entered wasn't sent, but it's still here. Request a new code in another tab, then come back here and send it."),
        Says("I've signed in again. Send it now"));

    /// <summary>Another case is open in this browser.</summary>
    public static UnsentReason OtherCase { get; } = new(
        Says("You opened another case in this browser"),
        Says("We did nothing, because this page was for a different case. To finish, open that case again in another tab with a new code, then come back here and send it."),
        Says("I've opened that case again. Send it now"));

    /// <summary>Another draft is open in this browser.</summary>
    public static UnsentReason OtherDraft { get; } = new(
        Says("You opened another request in this browser"),
        Says("We did nothing, because this page was for a different request. What you entered is still here. Copy what you need."),
        null);

    /// <summary>The form was made before there was a draft.</summary>
    public static UnsentReason DraftBegan { get; } = new(
        Says("Another request is open in this browser"),
        Says("You started or opened a request in another tab after you opened this page. We haven't changed it. Add what you entered to that request only if it belongs there."),
        Says("Add it to the open request"));

    /// <summary>The request was sent.</summary>
    public static UnsentReason AlreadySent { get; } = new(
        Says("You already sent this request"),
        Says("What you entered here wasn't added to it. To tell us more, copy it and write to us on your case page."),
        null);

    // Marks text for the check that everything is translated.
    private static string Says(string english) => english;
}
