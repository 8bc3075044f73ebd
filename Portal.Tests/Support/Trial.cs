using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Tests.Support;

/// <summary>How an operation ended, and what it changed.</summary>
public sealed class Trial(Outcome outcome, DatabasePicture before, DatabasePicture after)
{
    public Outcome Outcome => outcome;

    public IReadOnlyList<string> ChangedTables { get; } = before.Differences(after);

    public IReadOnlyList<ActivityEntry> Entries { get; } = [.. after.Activity.ExceptBy(before.Activity.Select(a => a.Id), a => a.Id)];

    public IReadOnlyList<OutgoingMail> NewMails { get; } = [.. after.Mails.ExceptBy(before.Mails.Select(m => m.Id), m => m.Id)];

    /// <summary>Asserts that it succeeded with exactly these events, in any order, and these emails, written "Kind to recipient".</summary>
    public Trial Did(string[] events, params string[] mails)
    {
        Assert.True(outcome.Succeeded, outcome.ToString());
        Assert.Equal(events.Order(StringComparer.Ordinal), Entries.Select(e => e.EventName).Order(StringComparer.Ordinal));
        Assert.Equal(mails.Order(StringComparer.Ordinal), NewMails.Select(m => $"{m.Kind} to {m.Recipient}").Order(StringComparer.Ordinal));
        return this;
    }

    public Trial Did(string happened, params string[] mails) => Did([happened], mails);

    /// <summary>Asserts that it succeeded and wrote nothing, because it had been done before.</summary>
    public void ChangedNothing()
    {
        Assert.True(outcome.Succeeded, outcome.ToString());
        Assert.Empty(ChangedTables);
    }

    /// <summary>Asserts that it was refused with this sentence and wrote nothing.</summary>
    public void Refused(string sentence)
    {
        Assert.Equal(sentence, Assert.IsType<Outcome.Refused>(outcome).Reason);
        Assert.Empty(ChangedTables);
    }

    /// <summary>Asserts that it ended with this refusal and wrote nothing.</summary>
    public T Was<T>()
        where T : Outcome
    {
        var refusal = Assert.IsType<T>(outcome);
        Assert.Empty(ChangedTables);
        return refusal;
    }

    public void NotPermitted(Permission permission) => Assert.Equal(permission, Was<Outcome.NotPermitted>().Permission);
}
