using Portal.Domain.HelpRequests;

namespace Portal.Tests.Support;

/// <summary>Completed requests of fictional people.</summary>
public static class Answers
{
    public const string Email = "ana.garcia@example.org";

    public static RequestAnswers Complete(string? topic = "ssa-missing-payment") => new()
    {
        TopicCode = topic,
        TopicUnsure = topic is null,
        TopicAnswers = new Dictionary<string, string> { ["ssn"] = "219-09-9999" },
        HelpFor = HelpFor.Me,
        Person = new() { FirstName = "Ana", LastName = "García", BornOn = new DateOnly(1957, 4, 9), Email = Email, Phone = "212-555-0188" },
        Address = new() { Line1 = "500 Broadway", City = "New York", State = "NY", Zip = TestOffice.Zip },
        WhatHappened = "My payment of October did not come.",
        WhatYouWant = "I would like to know where it is.",
        UrgencyAnswered = true,
        Language = "en",
    };

    /// <summary>A daughter asks for help for her mother; the mother signs.</summary>
    public static RequestAnswers ForMother() => Complete() with
    {
        HelpFor = HelpFor.SomeoneElse,
        Relation = "Daughter",
        Signing = new() { CanSign = true },
        Helper = new() { FirstName = "Luz", LastName = "Ortiz", Email = "luz@example.org" },
        Person = new() { FirstName = "Rosa", LastName = "Ortiz", BornOn = new DateOnly(1940, 1, 2), Email = "rosa@example.org" },
    };
}
