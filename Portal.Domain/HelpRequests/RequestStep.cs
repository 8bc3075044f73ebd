using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Topics;

namespace Portal.Domain.HelpRequests;

/// <summary>
/// One page of a request. <see cref="All"/> lists the pages in order and is the only source of their order, names, addresses,
/// and what is still missing.
/// </summary>
public sealed class RequestStep
{
    /// <summary>What the request is about.</summary>
    public static readonly RequestStep Topic =
        new(1, "topic", "What it's about", (answers, topic) => answers.TopicUnsure || topic is not null);

    /// <summary>The topic's own questions; shown to people as part of step 1.</summary>
    public static readonly RequestStep Questions = new(1, "questions", "Questions about this topic",
        (answers, topic) => topic is null || topic.Questions.All(q => q.Sensitive || !q.Required || Has(answers.TopicAnswers.GetValueOrDefault(q.Id))));

    /// <summary>Who needs help.</summary>
    public static readonly RequestStep Who = new(2, "who", "Who needs help", (answers, _) => answers.HelpFor switch
    {
        HelpFor.Me => true,
        HelpFor.SomeoneElse => Has(answers.Relation),
        HelpFor.Organization => Has(answers.OrganizationName),
        _ => false,
    });

    /// <summary>Who can sign; asked when someone else or a minor needs help. Shown to people as part of step 2.</summary>
    public static readonly RequestStep Signing =
        new(2, "signing", "Who can sign", (answers, _) => !answers.AsksWhoSigns || answers.Signing.IsAnswered);

    /// <summary>Where the person lives.</summary>
    public static readonly RequestStep Address = new(3, "address", "Where you live", (answers, _) => answers.Address.IsWhole);

    /// <summary>What happened.</summary>
    public static readonly RequestStep Story =
        new(4, "story", "What happened", (answers, _) => Has(answers.WhatHappened) && Has(answers.WhatYouWant));

    /// <summary>Deadlines and dangers.</summary>
    public static readonly RequestStep Urgency = new(5, "urgency", "Deadlines and emergencies", (answers, _) => answers.UrgencyAnswered);

    /// <summary>Name and contact.</summary>
    public static readonly RequestStep Contact = new(6, "contact", "How to reach you", (answers, _) => CanReach(answers));

    /// <summary>
    /// The ID numbers the topic needs. Asked late, once it's known that this office can help; shown to people as part of step 6.
    /// </summary>
    public static readonly RequestStep Numbers = new(6, "numbers", "ID numbers",
        (answers, topic) => topic is null || answers.StaffPleaseCheck
            || topic.Questions.All(q => !q.Sensitive || !q.Required || Has(answers.TopicAnswers.GetValueOrDefault(q.Id))));

    /// <summary>Documents; all optional.</summary>
    public static readonly RequestStep Documents = new(7, "documents", "Documents", (_, _) => true);

    /// <summary>Review the answers and send them.</summary>
    public static readonly RequestStep Check = new(8, "check", "Review and send", (_, _) => true);

    private readonly Func<RequestAnswers, TopicCard?, bool> _isComplete;

    private RequestStep(int number, string key, string name, Func<RequestAnswers, TopicCard?, bool> isComplete) =>
        (Number, Key, Name, _isComplete) = (number, key, name, isComplete);

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<RequestStep> All { get; } = [Topic, Questions, Who, Signing, Address, Story, Urgency, Contact, Numbers, Documents, Check];

    /// <summary>The names of the numbered steps, in order, in English.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.DistinctBy(s => s.Number).Select(s => s.Name)];

    /// <summary>The number people see, counted from 1.</summary>
    public int Number { get; }

    /// <summary>The step's part of the page address.</summary>
    public string Key { get; }

    /// <summary>The name people read, in English; the key of its translation.</summary>
    public string Name { get; }

    /// <summary>Its position in <see cref="All"/>, counted from 0.</summary>
    public int Position => All.Index().First(s => s.Item == this).Index;

    /// <summary>Whether nothing is missing in this step.</summary>
    public bool IsComplete(RequestAnswers answers, TopicCard? topic) => _isComplete(answers, topic);

    /// <summary>Whether a request with these answers about this topic has this step.</summary>
    public bool IsAsked(RequestAnswers answers, TopicCard? topic) =>
        this == Questions ? topic is { Questions.Count: > 0 }
        : this == Numbers ? !answers.StaffPleaseCheck && topic?.Questions.Any(q => q.Sensitive) == true
        : this != Signing || answers.AsksWhoSigns;

    /// <summary>
    /// The step after this one; the last leads to itself. A date of birth leads back to who signs if it shows that it's someone else,
    /// and from there to where it was given.
    /// </summary>
    public RequestStep Next(RequestAnswers answers, TopicCard? topic) =>
        this == Contact && !Signing.IsComplete(answers, topic) ? Signing
        : this == Signing && answers.Signing.IsMinor ? All.Skip(Contact.Position + 1).First(s => s.IsAsked(answers, topic))
        : All.Skip(Position + 1).FirstOrDefault(s => s.IsAsked(answers, topic)) ?? this;

    /// <summary>The step before this one; null before the first.</summary>
    public RequestStep? Previous(RequestAnswers answers) => All.Take(Position).LastOrDefault(s =>
        s == Questions ? answers.TopicCode is not null
        : s == Numbers ? answers.TopicCode is not null && !answers.StaffPleaseCheck
        : s.IsAsked(answers, null));

    /// <summary>The incomplete steps, in order, that keep a request from being sent.</summary>
    public static IReadOnlyList<RequestStep> Missing(RequestAnswers answers, TopicCard? topic) =>
        [.. All.Where(s => !s.IsComplete(answers, topic))];

    /// <inheritdoc />
    public override string ToString() => Key;

    private static bool CanReach(RequestAnswers answers)
    {
        var writer = answers.HelpFor == HelpFor.SomeoneElse ? answers.Helper : answers.Person;
        return answers.Person.IsNamed && writer.IsNamed
            && (EmailAddress.TryParse(writer.Email, out _) || Has(writer.Phone))
            && (answers.Person.BornOn is not null || answers.HelpFor == HelpFor.Organization);
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
