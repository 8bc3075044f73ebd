using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Desk;

/// <summary>Trouble with delivery is a fact of the case, until something arrives at the same address.</summary>
public sealed class UndeliveredMailTests
{
    [Theory, OnBoth]
    public async Task An_email_that_was_given_up_shows_on_the_case_and_in_the_queue_until_one_arrives(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Staff(StaffRole.Caseworker);
        var @case = await office.Given.AcceptedCase(maria);
        Assert.Equal((0, false), await SeenAsync(office, maria, @case));

        await office.WithAsync<PortalDb, int>(db => db.Set<OutgoingMail>().Where(m => m.CaseId == @case.Id).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.FailedAt, office.Clock.Utc).SetProperty(x => x.DueAt, (DateTime?)null).SetProperty(x => x.LastError, "RecipientRefused: 550 no such user")));
        Assert.Equal((1, true), await SeenAsync(office, maria, @case));

        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DoAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "We have news.", Guid.CreateVersion7()), maria, default));
        Assert.Equal((1, true), await SeenAsync(office, maria, @case));
        await office.SweepAsync<MailDueJob>();
        Assert.Equal((0, false), await SeenAsync(office, maria, @case));
    }

    private static async Task<(int OnCase, bool InQueue)> SeenAsync(DomainHost office, Actor reader, Case @case)
    {
        var head = await office.WithAsync<CasePageHeaderQuery, CasePageHeader?>(q => q.ReadAsync(@case.Reference, reader, "en", default));
        var page = await office.WithAsync<CasePageQuery, CasePage>(q => q.PageAsync(head!, default));
        Assert.All(page.Undelivered, mail => Assert.Equal(Answers.Email, mail.Recipient));
        var queue = await office.WithAsync<CaseQueue, CaseQueuePage>(q => q.PageAsync(new(QueueView.Open), reader.Id, null, default));
        return (page.Undelivered.Count, Assert.Single(queue.Rows).MailUndelivered);
    }
}
