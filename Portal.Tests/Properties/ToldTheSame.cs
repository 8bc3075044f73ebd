using Portal.Domain.Cases;
using Portal.Domain.Platform.Text;
using Portal.Domain.Progress;
using Portal.Domain.Updates;

namespace Portal.Tests.Properties;

/// <summary>What people read about a case agrees with where it stands and with itself.</summary>
internal static class ToldTheSame
{
    public static void Check(CaseProgress progress, ProgressText text)
    {
        string T(string english) => Texts.Get(text.Language, english);
        var closed = progress.Agencies[0].Stage == AgencyStage.Closed;
        var heading = text.Heading(progress);
        Assert.Equal(closed, heading == T("This case is closed"));
        Assert.Equal(!closed && progress.Asks.Count > 0, heading == T("We need something from you"));
        Assert.Equal(progress.Asks.Count > 0, progress.IsTurnOf(Turn.Constituent));
        Assert.Equal(closed, progress.Turn == Turn.Nobody || progress.Steps[^1].Turn == Turn.Nobody);
        Assert.Equal(closed, progress.PromisedOn is null);

        // Waiting hides no answer, nothing unread, and nothing the constituent has to do.
        if (progress.Turn == Turn.Agency)
        {
            Assert.Empty(progress.Asks);
            Assert.False(progress.IsUnanswered);
            Assert.DoesNotContain(progress.Agencies, a => a.IsUntold || a.Turn == Turn.Office);
            Assert.Equal(T("You don't need to do anything right now. We're waiting for the agency."), heading);
        }

        Assert.All(progress.Agencies.Where(a => a.IsUntold && !closed), a => Assert.Contains(
            progress.Steps, s => s.Move == CaseMove.Write && s.Arguments.Contains(a.AgencyCode) && s.Turn == Turn.Office));
        Assert.All(progress.Agencies.Where(a => a.Turn == Turn.Agency), a => Assert.Contains(
            progress.Steps, s => s.Turn == Turn.Agency && s.Arguments.Contains(a.AgencyCode)));
        Assert.All(progress.Agencies, a => Assert.InRange(a.Step, 1, AgencyProgress.Steps));
        Assert.All(progress.Agencies, a => Assert.NotEmpty(text.Describe(a)));

        if (progress.PromisedOn is not { } promised)
            return;
        var update = UpdateText.Compose(progress, text, promised, promised.AddDays(30));
        Assert.All(progress.Agencies, a => Assert.Contains(text.Describe(a), update, StringComparison.Ordinal));
        Assert.Equal(
            progress.Asks.Count > 0,
            update.Contains(T("We're waiting for something from you. This page shows what we need. Not sure about something? Write to us here."), StringComparison.Ordinal));
        // A follow-up is told only when one went out.
        foreach (var agency in progress.Agencies.Where(a => a.Stage == AgencyStage.WithAgency && a.Inquiry!.FollowedUpAt is null))
            Assert.DoesNotContain(text.Language == "es" ? "volvimos a preguntar" : "asked again on", text.Describe(agency), StringComparison.Ordinal);
    }
}
