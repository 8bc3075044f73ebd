using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Topics;

namespace Portal.Domain.HelpRequests;

/// <summary>A step of the request, by its page.</summary>
public enum RequestStep
{
    /// <summary>What it is about.</summary>
    Topic,

    /// <summary>The topic's own questions.</summary>
    Questions,

    /// <summary>Who needs help.</summary>
    Who,

    /// <summary>Where the person lives.</summary>
    Address,

    /// <summary>What happened.</summary>
    Story,

    /// <summary>Deadlines and dangers.</summary>
    Urgency,

    /// <summary>Name and contact.</summary>
    Contact,

    /// <summary>Documents.</summary>
    Documents,

    /// <summary>Check the answers.</summary>
    Check,
}

/// <summary>What is still missing before a request can be submitted.</summary>
public static class RequestGaps
{
    /// <summary>The steps that are not complete, in their order.</summary>
    public static IReadOnlyList<RequestStep> Find(RequestAnswers answers, TopicCard? topic)
    {
        var gaps = new List<RequestStep>();
        void Need(bool complete, RequestStep step)
        {
            if (!complete)
                gaps.Add(step);
        }

        Need(answers.TopicUnsure || topic is not null, RequestStep.Topic);
        Need(topic is null || topic.Questions.All(q => !q.Required || Has(answers.TopicAnswers.GetValueOrDefault(q.Id))), RequestStep.Questions);
        Need(answers.HelpFor is HelpFor.Me || (answers.HelpFor is HelpFor.SomeoneElse && Has(answers.Relation)) || (answers.HelpFor is HelpFor.Organization && Has(answers.OrganizationName)), RequestStep.Who);
        Need(Has(answers.Address.Line1) && Has(answers.Address.City) && UsState.TryParse(answers.Address.State, out _) && ZipCode.TryParse(answers.Address.Zip, out _), RequestStep.Address);
        Need(Has(answers.WhatHappened) && Has(answers.WhatYouWant), RequestStep.Story);
        Need(answers.UrgencyAnswered, RequestStep.Urgency);
        Need(ContactComplete(answers), RequestStep.Contact);
        return gaps;
    }

    private static bool ContactComplete(RequestAnswers answers)
    {
        var writer = answers.HelpFor == HelpFor.SomeoneElse ? answers.Helper : answers.Person;
        return Has(answers.Person.FirstName) && Has(answers.Person.LastName) && Has(writer.FirstName) && Has(writer.LastName)
            && (EmailAddress.TryParse(writer.Email, out _) || Has(writer.Phone))
            && (answers.Person.BornOn is not null || answers.HelpFor == HelpFor.Organization);
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
