using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;

namespace Portal.Tests.Domain.HelpRequests;

public sealed class TriageTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Theory]
    [InlineData(UrgencyFact.LifeOrSafety, Priority.P0)]
    [InlineData(UrgencyFact.Detention, Priority.P0)]
    [InlineData(UrgencyFact.Eviction, Priority.P0)]
    [InlineData(UrgencyFact.UrgentMedical, Priority.P0)]
    [InlineData(UrgencyFact.Travel, Priority.P0)]
    [InlineData(UrgencyFact.Disaster, Priority.P0)]
    [InlineData(UrgencyFact.BenefitStopped, Priority.P1)]
    [InlineData(UrgencyFact.Hardship, Priority.P1)]
    [InlineData(UrgencyFact.ActiveDuty, Priority.P1)]
    [InlineData(UrgencyFact.PastPublishedTime, Priority.P2)]
    [InlineData(UrgencyFact.AgencyError, Priority.P2)]
    public void Each_fact_has_its_priority(UrgencyFact fact, Priority priority) =>
        Assert.Equal(priority, Triage.PriorityOf(new RequestAnswers { Urgency = [fact] }, Today));

    [Fact]
    public void Every_fact_is_ranked_and_the_most_urgent_one_decides()
    {
        Assert.Equal(11, Enum.GetValues<UrgencyFact>().Length);
        Assert.Equal(
            Priority.P0,
            Triage.PriorityOf(new RequestAnswers { Urgency = [UrgencyFact.AgencyError, UrgencyFact.Hardship, UrgencyFact.Travel] }, Today));
        Assert.Equal(Priority.P3, Triage.PriorityOf(new RequestAnswers(), Today));
    }

    [Theory]
    [InlineData(0, Priority.P1)]
    [InlineData(14, Priority.P1)]
    [InlineData(15, Priority.P3)]
    [InlineData(-1, Priority.P3)]
    public void A_deadline_within_two_weeks_raises_the_priority(int days, Priority priority) =>
        Assert.Equal(priority, Triage.PriorityOf(new RequestAnswers { DeadlineOn = Today.AddDays(days) }, Today));

    [Theory]
    [InlineData("I want to die")]
    [InlineData("She says she wants to die.")]
    [InlineData("I don't want to live anymore")]
    [InlineData("I don’t want to live anymore")]
    [InlineData("i dont want to live")]
    [InlineData("thinking about SUICIDE")]
    [InlineData("killing myself")]
    [InlineData("he will end his own life")]
    [InlineData("self harm")]
    [InlineData("Ya no quiero vivir")]
    [InlineData("pienso en quitarme la vida")]
    [InlineData("acabar con mi vida")]
    [InlineData("hacerme dano")]
    public void Mentions_of_self_harm_are_detected(string text) => Assert.True(SafetyWords.Find(text) == SafetyKind.SelfHarm);

    [Fact]
    public void Mentions_of_self_harm_are_detected_in_any_field_but_not_across_fields()
    {
        const string words = "I want to die";
        Assert.All(
            new RequestAnswers[]
            {
                new() { WhatHappened = words },
                new() { WhatYouWant = words },
                new() { DeadlineWhat = words },
                new() { TopicAnswers = new Dictionary<string, string> { ["more"] = words } }
            },
            answers => Assert.Equal(SafetyKind.SelfHarm, Triage.DangerIn(answers)));
        Assert.Null(Triage.DangerIn(new RequestAnswers { WhatHappened = "I want to", WhatYouWant = "die Rente" }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("My husband died in May.")]
    [InlineData("They ended my benefits; my life is hard.")]
    [InlineData("Quiero vivir en Nueva York")]
    public void Similar_words_are_not_taken_for_self_harm(string? text) => Assert.False(SafetyWords.Find(text) == SafetyKind.SelfHarm);

    [Theory]
    [InlineData("My number is 219-09-9999.", "My number is •••-••-9999.")]
    [InlineData("219 09 9999 and 219099999", "•••-••-9999 and •••-••-9999")]
    public void Social_Security_numbers_are_detected_and_masked(string text, string masked)
    {
        Assert.True(Triage.HoldsSsn(text));
        Assert.Equal(masked, Triage.MaskSsn(text));
    }

    [Theory]
    [InlineData("Call 212-555-0100.")]
    [InlineData("000-12-3456")]
    [InlineData("666-12-3456")]
    [InlineData("912-12-3456")]
    [InlineData("219-00-3456")]
    [InlineData("219-09-0000")]
    [InlineData("Receipt 1219099999")]
    [InlineData("10025-1234")]
    public void Other_numbers_are_not_masked(string text)
    {
        Assert.False(Triage.HoldsSsn(text));
        Assert.Equal(text, Triage.MaskSsn(text));
    }

    [Fact]
    public void Free_text_suggests_a_priority_but_never_sets_it()
    {
        var answers = new RequestAnswers { WhatHappened = "We will be evicted; Eviction is Friday. Needs insulin." };
        Assert.Equal(["evicted", "eviction", "insulin"], Triage.Suggestions(answers));
        Assert.Equal(Priority.P3, Triage.PriorityOf(answers, Today));
    }
}
