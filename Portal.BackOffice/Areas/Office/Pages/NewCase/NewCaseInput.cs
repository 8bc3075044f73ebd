using Portal.BackOffice.Kit;
using Portal.Domain.Calls;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages.NewCase;

/// <summary>A request as a member of staff types it.</summary>
public sealed class NewCaseInput
{
    /// <summary>The id of the case, so that a double click opens one.</summary>
    public Guid Key { get; set; }

    /// <summary>The email it was written down from; null when there is none.</summary>
    public Guid? Mail { get; set; }

    /// <summary>The call it was written down from; null when there is none.</summary>
    public Guid? Call { get; set; }

    /// <inheritdoc cref="Case.Door"/>
    public Door Door { get; set; } = Door.Telephone;

    /// <inheritdoc cref="PersonAnswers.FirstName"/>
    public string? FirstName { get; set; }

    /// <inheritdoc cref="PersonAnswers.LastName"/>
    public string? LastName { get; set; }

    /// <inheritdoc cref="PersonAnswers.HasOneName"/>
    public bool OneName { get; set; }

    /// <summary>Phone number, as typed.</summary>
    public string? Phone { get; set; }

    /// <summary>Email address, as typed.</summary>
    public string? Email { get; set; }

    /// <summary>First name of whoever asks for the person; null when they ask themselves.</summary>
    public string? HelperFirstName { get; set; }

    /// <summary>Last name of whoever asks for the person.</summary>
    public string? HelperLastName { get; set; }

    /// <summary>Phone number of whoever asks for the person.</summary>
    public string? HelperPhone { get; set; }

    /// <summary>Email address of whoever asks for the person.</summary>
    public string? HelperEmail { get; set; }

    /// <inheritdoc cref="RequestAnswers.Relation"/>
    public string? Relation { get; set; }

    /// <summary>Whether somebody asks for the person.</summary>
    public bool IsForOther => !string.IsNullOrWhiteSpace(HelperFirstName + HelperLastName + HelperPhone + HelperEmail + Relation);

    /// <inheritdoc cref="PersonAnswers.BornOn"/>
    public DateParts BornOn { get; set; } = new();

    /// <inheritdoc cref="AddressAnswers.Line1"/>
    public string? Line1 { get; set; }

    /// <inheritdoc cref="AddressAnswers.City"/>
    public string? City { get; set; }

    /// <inheritdoc cref="AddressAnswers.State"/>
    public string? State { get; set; }

    /// <inheritdoc cref="AddressAnswers.Zip"/>
    public string? Zip { get; set; }

    /// <inheritdoc cref="RequestAnswers.WhatHappened"/>
    public string? Story { get; set; }

    /// <inheritdoc cref="RequestAnswers.WhatYouWant"/>
    public string? Want { get; set; }

    /// <inheritdoc cref="RequestAnswers.DeadlineOn"/>
    public DateParts DeadlineOn { get; set; } = new();

    /// <inheritdoc cref="RequestAnswers.Urgency"/>
    public List<UrgencyFact> Urgency { get; set; } = [];

    /// <summary>Whether another congressional office is already helping.</summary>
    public bool OtherOffice { get; set; }

    /// <inheritdoc cref="RequestAnswers.Language"/>
    public string Language { get; set; } = "en";

    /// <inheritdoc cref="RequestAnswers.ContactTimes"/>
    public string? ContactTimes { get; set; }

    /// <inheritdoc cref="Case.BeforeContact"/>
    public string? BeforeContact { get; set; }

    /// <inheritdoc cref="Case.CallWord"/>
    public string? CallWord { get; set; }

    /// <summary>Words to find the topic by; null for those of the story.</summary>
    public string? Find { get; set; }

    /// <summary>The topic's code; null when nobody is sure.</summary>
    public string? Topic { get; set; }

    /// <summary>Whether the case is assigned to whoever types.</summary>
    public bool Takes { get; set; }

    /// <summary>Takes over what an email says. Who wrote it isn't known, so the name stays empty.</summary>
    public void Take(ReceivedMail email)
    {
        var text = $"{email.Subject.Text}\n\n{email.Text.Text}".Trim();
        (Mail, Door, Email, Story) = (email.Id, Door.Email, email.From.Text, text.Length > OpenCase.MaxLength ? text[..OpenCase.MaxLength] : text);
    }

    /// <summary>Takes over what was logged as a call without a case.</summary>
    public void Take(OfficeCall call) => (Call, Door, FirstName, LastName, Phone, Story) = (call.Id, Door.Telephone, call.FirstName, call.LastName, call.Phone, call.Body);

    /// <summary>Says at each field what's wrong with it.</summary>
    public void Check(FormCheck check)
    {
        if (string.IsNullOrWhiteSpace(FirstName) && (!OneName || string.IsNullOrWhiteSpace(LastName)))
            check.Problem("Input.FirstName", "Enter the person's first name.");
        else if (string.IsNullOrWhiteSpace(LastName) && !OneName)
            check.Problem("Input.LastName", "Enter the last name, or check “Only one name.”");
        check.Day("Input.BornOn", BornOn, "Enter the date of birth with month, day, and four-digit year, or leave it blank.");
        check.Day("Input.DeadlineOn", DeadlineOn, "Enter the date with month, day, and four-digit year, or leave it blank.");
        if (!string.IsNullOrWhiteSpace(Email) && !EmailAddress.TryParse(Email, out _))
            check.Problem("Input.Email", "Check the email address. It should look like name@example.com.");
        if (IsForOther && (string.IsNullOrWhiteSpace(HelperFirstName) || string.IsNullOrWhiteSpace(HelperLastName)))
            check.Problem("Input.HelperFirstName", "Enter the helper's first and last name.");
        if (IsForOther && string.IsNullOrWhiteSpace(Relation))
            check.Problem("Input.Relation", "Enter how the helper is related to the person.");
        if (!string.IsNullOrWhiteSpace(HelperEmail) && !EmailAddress.TryParse(HelperEmail, out _))
            check.Problem("Input.HelperEmail", "Check the email address. It should look like name@example.com.");
        if (string.IsNullOrWhiteSpace(Phone + HelperPhone + Email + HelperEmail) && !ToAnswers().Address.IsWhole)
            check.Problem("Input.Phone", "Enter a phone number, an email address, or a whole mailing address, so that we can reach the person.");
        check.Required("Input.Story", Story, "Enter what's wrong, in 10,000 characters or fewer.");
    }

    /// <summary>What was typed besides the story, one line each, for the call log of a case that's open already.</summary>
    public IEnumerable<string> Besides(Translator text) => new (string Label, string? Value)[]
    {
        ("How did they reach us?", Door == Door.Telephone ? null : text[CaseText.Describe(Door)]),
        ("Someone else is asking for them", IsForOther ? string.Join(", ", new[] { $"{HelperFirstName} {HelperLastName}", Relation, HelperPhone, HelperEmail }.Where(p => !string.IsNullOrWhiteSpace(p))) : null),
        ("Phone", Phone),
        ("Email", Email),
        ("Street address", string.IsNullOrWhiteSpace(Line1) ? null : string.Join(", ", new[] { Line1, City, State, Zip }.Where(p => !string.IsNullOrWhiteSpace(p)))),
        ("A date that matters", DeadlineOn.TryGet(out var deadline) ? Texts.Day(text.Language, deadline) : null),
        ("Urgent", Urgency.Count == 0 ? null : string.Join(", ", Urgency.Select(f => text[CaseText.Describe(f)]))),
        ("Best time to call", ContactTimes),
        ("What to know first", BeforeContact),
        ("Call word", CallWord),
    }.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => $"{text[l.Label]}: {l.Value!.Trim()}");

    /// <summary>The request.</summary>
    public RequestAnswers ToAnswers() => new()
    {
        TopicCode = string.IsNullOrWhiteSpace(Topic) ? null : Topic,
        HelpFor = IsForOther ? HelpFor.SomeoneElse : HelpFor.Me,
        Relation = Relation?.Trim(),
        Helper = IsForOther ? new() { FirstName = HelperFirstName?.Trim(), LastName = HelperLastName?.Trim(), Phone = HelperPhone, Email = string.IsNullOrWhiteSpace(HelperEmail) ? null : HelperEmail } : new(),
        Person = new()
        {
            FirstName = FirstName?.Trim(),
            LastName = LastName?.Trim(),
            HasOneName = OneName,
            BornOn = BornOn.TryGet(out var born) ? born : null,
            Phone = Phone,
            Email = string.IsNullOrWhiteSpace(Email) ? null : Email,
        },
        Address = new() { Line1 = Line1?.Trim(), City = City?.Trim(), State = State?.Trim().ToUpperInvariant(), Zip = Zip?.Trim() },
        WhatHappened = Story,
        WhatYouWant = Want,
        Urgency = Urgency,
        UrgencyAnswered = true,
        DeadlineOn = DeadlineOn.TryGet(out var deadline) ? deadline : null,
        OtherOffice = OtherOffice,
        Language = Language,
        ContactTimes = ContactTimes,
        DocumentsSeen = true,
    };
}
