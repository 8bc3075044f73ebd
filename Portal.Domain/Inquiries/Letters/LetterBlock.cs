namespace Portal.Domain.Inquiries.Letters;

/// <summary>The parts of a letter to an agency that staff can edit, in the order in which they're printed.</summary>
public enum LetterBlock
{
    /// <summary>Name and matter.</summary>
    Re,

    /// <summary>The release or the recorded exception that lets us ask.</summary>
    Authority,

    /// <summary>What is known, with dates; a line that starts with a bullet becomes one.</summary>
    Facts,

    /// <summary>What has been tried, or what happened since we asked.</summary>
    Tried,

    /// <summary>The one permitted request.</summary>
    Request,

    /// <summary>Questions, a line each; they're numbered.</summary>
    Questions,

    /// <summary>Why it's urgent, with its evidence; empty when it isn't.</summary>
    Urgency,

    /// <summary>That no outcome is asked for.</summary>
    Neutrality,

    /// <summary>To whom, how, and by when to reply.</summary>
    Reply,
}

/// <summary>How far a letter goes.</summary>
public enum LetterStage
{
    /// <summary>The first letter about a matter.</summary>
    Inquiry,

    /// <summary>Where is it, and what does it wait for?</summary>
    FollowUp1,

    /// <summary>With a copy to the regional office.</summary>
    FollowUp2,

    /// <summary>To the liaison at headquarters.</summary>
    FollowUp3,

    /// <summary>Signed by the Member.</summary>
    Member,
}
