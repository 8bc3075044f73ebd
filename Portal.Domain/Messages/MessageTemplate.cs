using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>Words to start a message from, in both languages, with fields that the case fills in.</summary>
public sealed class MessageTemplate : IVersioned
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 5_000;

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>What staff choose it by.</summary>
    public required string Name { get; set; }

    /// <summary>The same in Spanish.</summary>
    public required string NameEs { get; set; }

    /// <summary>The text in English.</summary>
    public required string En { get; set; }

    /// <summary>The text in Spanish.</summary>
    public required string Es { get; set; }

    /// <summary>When it was removed, UTC; null while it's used.</summary>
    public DateTime? EndedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(string language) => language == "es" ? NameEs : Name;

    /// <summary>The text in the person's language.</summary>
    public string In(string language) => language == "es" ? Es : En;
}

/// <summary>A message template was added or changed.</summary>
public sealed record MessageTemplateSaved(Guid TemplateId, bool Added) : IEvent;

/// <summary>A message template was removed.</summary>
public sealed record MessageTemplateEnded(Guid TemplateId) : IEvent;

/// <summary>Adds a message template or changes one.</summary>
public sealed class SaveMessageTemplate(PortalDb db, TimeProvider clock)
{
    /// <summary>The template's id, created with the form, and its texts.</summary>
    /// <param name="Version">The version the form was made from; null for a new one.</param>
    public sealed record Command(Guid Id, int? Version, string Name, string NameEs, string En, string Es);

    /// <summary>Saves it. Saving the same texts twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        var (name, nameEs, en, es) = (PlainText.Line(command.Name), PlainText.Line(command.NameEs), PlainText.Lines(command.En), PlainText.Lines(command.Es));
        if (name.Length == 0 || nameEs.Length == 0 || TextLength.Of(name) > MessageTemplate.LongestName || TextLength.Of(nameEs) > MessageTemplate.LongestName)
            return new Outcome.Refused("Enter the name in both languages, in 80 characters or fewer.");
        if (en.Length == 0 || es.Length == 0 || TextLength.Of(en) > MessageTemplate.LongestText || TextLength.Of(es) > MessageTemplate.LongestText)
            return new Outcome.Refused("Enter the text in both languages, in 5,000 characters or fewer.");
        if (MessageFields.Unknown(en).Concat(MessageFields.Unknown(es)).FirstOrDefault() is { } unknown)
            return new Outcome.Refused("{0} isn't a field. Use one of these: {1}", unknown, string.Join(", ", MessageFields.All));
        var template = await db.Set<MessageTemplate>().SingleOrDefaultAsync(t => t.Id == command.Id && t.EndedAt == null, cancellation);
        if (template is null && command.Version is not null)
            return new Outcome.NotFound();
        if (template is { } same && (same.Name, same.NameEs, same.En, same.Es) == (name, nameEs, en, es))
            return Outcome.Done;
        if (template is not null && template.Version != command.Version)
            return new Outcome.Stale();
        if (template is null)
            db.Add(new MessageTemplate { Id = command.Id, Name = name, NameEs = nameEs, En = en, Es = es });
        else
            (template.Name, template.NameEs, template.En, template.Es) = (name, nameEs, en, es);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new MessageTemplateSaved(command.Id, template is null));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Removes a message template. Messages that began with it stay as they are.</summary>
public sealed class EndMessageTemplate(PortalDb db, TimeProvider clock)
{
    /// <summary>Removes it. Removing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid templateId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (await db.Set<MessageTemplate>().SingleOrDefaultAsync(t => t.Id == templateId && t.EndedAt == null, cancellation) is not { } template)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        template.EndedAt = now;
        db.Record(this, now, actor, null, new MessageTemplateEnded(template.Id));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Reads message templates. Never writes.</summary>
public sealed class MessageTemplateList(PortalDb db)
{
    /// <summary>Those in use, by name.</summary>
    public async Task<IReadOnlyList<MessageTemplate>> ReadAsync(CancellationToken cancellation) =>
        [.. (await db.Set<MessageTemplate>().AsNoTracking().Where(t => t.EndedAt == null).ToListAsync(cancellation)).OrderBy(t => t.Name, StringComparer.CurrentCulture)];

    /// <summary>One of them; null when there's none with this id.</summary>
    public Task<MessageTemplate?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<MessageTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.EndedAt == null, cancellation);
}

/// <summary>The message templates a new office starts with.</summary>
public sealed class MessageTemplateSeed(PortalDb db)
{
    private sealed record Row(Guid Id, Bilingual Name, Bilingual Text);

    /// <summary>Adds templates this office has never had; doesn't save. One the office removed stays removed.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<MessageTemplate>().Select(t => t.Id).ToListAsync(cancellation);
        db.AddRange(SeedFile.Read<List<Row>>("message-templates.json").Where(r => !known.Contains(r.Id))
            .Select(r => new MessageTemplate { Id = r.Id, Name = r.Name.En, NameEs = r.Name.Es, En = r.Text.En, Es = r.Text.Es }));
    }
}

internal sealed class MessageTemplateMapping : IEntityTypeConfiguration<MessageTemplate>
{
    public void Configure(EntityTypeBuilder<MessageTemplate> template)
    {
        template.ToTable("MessageTemplate");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Name).HasMaxLength(MessageTemplate.LongestName * 2);
        template.Property(t => t.NameEs).HasMaxLength(MessageTemplate.LongestName * 2);
    }
}
