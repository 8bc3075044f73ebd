using Portal.Domain.HelpRequests;

namespace Portal.Domain.Demo;

/// <summary>Fills in a story's request.</summary>
internal static class DemoRequest
{
    /// <summary>The answers as the person would have typed them.</summary>
    public static RequestAnswers AnswersOf(DemoStory story, DateOnly today)
    {
        var kind = story.For ?? (story.Organization is null ? HelpFor.Me : HelpFor.Organization);
        return new RequestAnswers
        {
            TopicCode = story.Topic,
            TopicUnsure = story.Topic is null,
            TopicAnswers = story.Answers ?? [],
            HelpFor = kind,
            Relation = story.Relation,
            Signing = new() { CanSign = kind == HelpFor.SomeoneElse ? true : null },
            OrganizationName = story.Organization,
            Helper = story.Helper is { } helper ? Person(helper) : new(),
            Person = Person(story.Name) with { BornOn = story.Born, BirthPlace = story.BirthPlace },
            Address = Address(story.Address),
            StaffPleaseCheck = story.StaffCheck,
            WhatHappened = story.Happened,
            WhatYouWant = story.Wants,
            Urgency = story.Urgency ?? [],
            UrgencyAnswered = true,
            DeadlineOn = story.Deadline is { } days ? today.AddDays(days) : null,
            DeadlineWhat = story.DeadlineWhat,
            OtherOffice = false,
            Language = story.Language,
            SpokenLanguage = story.Spoken,
            ContactTimes = story.Language == "es" ? "Por la tarde" : "Afternoons",
            DocumentsSeen = true,
        };
    }

    private static PersonAnswers Person(string name)
    {
        var family = name.LastIndexOf(' ');
        return new()
        {
            FirstName = name[..family],
            LastName = name[(family + 1)..],
            Email = DemoStory.EmailOf(name),
            // 555-0100 to 555-0199 are reserved for fiction.
            Phone = $"303-555-01{name.Sum(c => c) % 100:00}",
        };
    }

    private static AddressAnswers Address(string line) => line.Split(", ") is [.. var street, var city, var zip]
        ? new() { Line1 = string.Join(", ", street), City = city, State = "CO", Zip = zip }
        : throw new FormatException($"'{line}' is not an address of a demonstration case.");
}
