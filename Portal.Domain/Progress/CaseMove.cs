namespace Portal.Domain.Progress;

/// <summary>The action that moves a case forward.</summary>
public enum CaseMove
{
    /// <summary>There's nothing to do.</summary>
    None,

    /// <summary>Accept the request.</summary>
    Accept,

    /// <summary>Check the address.</summary>
    ConfirmResidency,

    /// <summary>Choose the topic, and with it the agency.</summary>
    ChooseTopic,

    /// <summary>Correct the address that email doesn't reach.</summary>
    CorrectContact,

    /// <summary>Write to the constituent.</summary>
    Write,

    /// <summary>Remind the constituent.</summary>
    Remind,

    /// <summary>Request a privacy release.</summary>
    AskForRelease,

    /// <summary>Review a release that came in.</summary>
    CheckRelease,

    /// <summary>Contact the agency.</summary>
    Inquire,

    /// <summary>Read an email that may be an agency's answer.</summary>
    ConfirmAnswer,

    /// <summary>Record the agency's answer.</summary>
    RecordResponse,

    /// <summary>Follow up with an agency whose answer is late.</summary>
    FollowUp,

    /// <summary>Get the request confirmed that staff wrote down.</summary>
    Confirm,

    /// <summary>Call back as promised.</summary>
    CallBack,

    /// <summary>Find out whether it was the person who asked for a change on the phone.</summary>
    CheckChange,

    /// <summary>Do what's in the calendar.</summary>
    DoTask,

    /// <summary>Decide what a caseworker asked.</summary>
    Decide,

    /// <summary>Carry out a decision.</summary>
    CarryOut,

    /// <summary>End an inquiry whose privacy release was withdrawn.</summary>
    EndInquiry,

    /// <summary>Refer the constituent to someone who can help.</summary>
    Refer,

    /// <summary>Close the case.</summary>
    Close,

    /// <summary>Reopen a closed case.</summary>
    Reopen,
}
