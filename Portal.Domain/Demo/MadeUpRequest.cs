using Portal.Domain.HelpRequests;
using Portal.Domain.Topics;

namespace Portal.Domain.Demo;

/// <summary>The request a made-up constituent sends.</summary>
internal static class MadeUpRequest
{
    /// <summary>What the constituent would have typed. The number makes the email address unique.</summary>
    public static RequestAnswers Answers(MadeUpFacts facts, TopicCard topic, int number)
    {
        var random = facts.Random;
        var (first, last) = (random.Of(MadeUpWords.First), random.Of(MadeUpWords.Last));
        return new()
        {
            TopicCode = topic.Code,
            HelpFor = HelpFor.Me,
            Person = new()
            {
                FirstName = first,
                LastName = last,
                BornOn = new DateOnly(1935, 1, 1).AddDays(random.Below(25_000)),
                Email = $"{first}.{last}.{number}@example.com".ToLowerInvariant(),
                Phone = $"303-555-01{random.Below(100):00}",
            },
            Address = new()
            {
                Line1 = $"{1 + random.Below(9_000)} {random.Of(MadeUpWords.Streets)}",
                City = "Golden",
                State = facts.Office?.State ?? "CO",
                Zip = random.Of(MadeUpWords.Zips),
            },
            WhatHappened = random.Of(MadeUpWords.Happened),
            WhatYouWant = random.Of(MadeUpWords.Wants),
            UrgencyAnswered = true,
            Urgency = random.Happens(0.05) ? [UrgencyFact.UrgentMedical]
                : random.Happens(0.2) ? [UrgencyFact.BenefitStopped]
                : random.Happens(0.4) ? [UrgencyFact.PastPublishedTime] : [],
            OtherOffice = false,
            Language = random.Happens(0.2) ? "es" : "en",
            DocumentsSeen = true,
        };
    }
}
