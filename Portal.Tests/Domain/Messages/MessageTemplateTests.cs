using Portal.Domain;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Messages;

public sealed class MessageTemplateTests
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        [MessageFields.Agency] = "the IRS",
        [MessageFields.Caseworker] = "Maria",
        [MessageFields.OfficePhone] = null,
    };

    [Theory]
    [InlineData("{agency} hasn't answered.", "The IRS hasn't answered.")]
    [InlineData("I asked {agency} again.", "I asked the IRS again.")]
    [InlineData("Hello.\n\n{agency} wrote.", "Hello.\n\nThe IRS wrote.")]
    [InlineData("Call {caseworker} at {office phone}.", "Call Maria at {office phone}.")]
    public void Fields_are_filled_in_where_the_case_knows_them(string text, string filled)
    {
        Assert.Equal(filled, MessageFields.Fill(text, Values));
        Assert.Equal(filled.Contains('{', StringComparison.Ordinal) ? [MessageFields.OfficePhone] : [], MessageFields.Left(filled));
    }

    [Theory, OnBoth]
    public async Task A_message_with_an_empty_field_is_not_sent(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.AcceptedCase(maria);
        (await office.TryAsync<SendMessage>(o => o.ExecuteAsync(new(@case.Id, null, "Call us at {office phone}.", Guid.CreateVersion7()), maria, default)))
            .Refused("Fill in {0} first, or take it out.");
    }

    [Theory, OnBoth]
    public async Task A_template_has_only_known_fields_in_both_languages(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        var id = Guid.CreateVersion7();
        (await SaveAsync(office, boss, new(id, null, "Hello", "Hola", "Dear {name},", "Hola"))).Was<Portal.Domain.Platform.Outcome.Refused>();
        (await SaveAsync(office, boss, new(id, null, "Hello", "Hola", "{greeting}", ""))).Refused("Enter the text in both languages, in 5,000 characters or fewer.");
        (await SaveAsync(office, boss, new(id, null, "Hello", "Hola", "{greeting}", "{greeting}"))).Did("MessageTemplateSaved");
        (await SaveAsync(office, boss, new(id, 0, "Hello", "Hola", "{greeting}", "{greeting}"))).ChangedNothing();
        (await SaveAsync(office, boss, new(id, 7, "Hello", "Hola", "{greeting} A", "{greeting}"))).Was<Portal.Domain.Platform.Outcome.Stale>();
        (await office.TryAsync<EndMessageTemplate>(o => o.ExecuteAsync(id, boss, default))).Did("MessageTemplateEnded");
    }

    [Theory, OnBoth]
    public async Task The_templates_of_a_new_office_are_whole_and_one_that_was_removed_stays_removed(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var boss = await office.Given.Staff(StaffRole.CaseworkManager, "Boss");
        await SeedAsync(office);
        var templates = await office.WithAsync<MessageTemplateList, IReadOnlyList<MessageTemplate>>(t => t.ReadAsync(default));
        Assert.True(templates.Count >= 5);
        Assert.All(templates, t => Assert.Empty(MessageFields.Unknown(t.En).Concat(MessageFields.Unknown(t.Es))));
        Assert.All(templates, t => Assert.Equal(MessageFields.Left(t.En).Order(), MessageFields.Left(t.Es).Order()));
        await office.DoAsync<EndMessageTemplate>(o => o.ExecuteAsync(templates[0].Id, boss, default));
        await SeedAsync(office);
        Assert.Equal(templates.Count - 1, (await office.WithAsync<MessageTemplateList, IReadOnlyList<MessageTemplate>>(t => t.ReadAsync(default))).Count);
    }

    private static Task SeedAsync(DomainHost office) => office.WithAsync<PortalSeed, Portal.Domain.Platform.Outcome>(s => s.AddMissingAsync(default));

    private static Task<Trial> SaveAsync(DomainHost office, Actor by, SaveMessageTemplate.Command command) =>
        office.TryAsync<SaveMessageTemplate>(o => o.ExecuteAsync(command, by, default));
}
