using System.Collections.Frozen;
using System.Text.Json;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Mail;

/// <summary>Every kind of email by name, so that a queued one can be read back.</summary>
public static class MailKinds
{
    private static readonly FrozenDictionary<string, Type> Kinds = typeof(MailKinds).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IMail).IsAssignableFrom(t))
        .ToFrozenDictionary(t => t.Name);

    /// <summary>Kinds that are sent before all others.</summary>
    public static IReadOnlyList<string> Awaited { get; } = [.. Kinds.Where(k => typeof(IAwaitedMail).IsAssignableFrom(k.Value)).Select(k => k.Key)];

    /// <summary>Kinds that aren't sent again once they were given up.</summary>
    public static IReadOnlyList<string> OfTheirMoment { get; } = [.. Kinds.Where(k => typeof(IMailOfItsMoment).IsAssignableFrom(k.Value)).Select(k => k.Key)];

    /// <summary>Reads a queued email back.</summary>
    /// <exception cref="UnknownMailException">This build doesn't know this kind of email.</exception>
    public static IMail Read(OutgoingMail mail) =>
        Kinds.TryGetValue(mail.Kind, out var type)
            ? (IMail)JsonSerializer.Deserialize(mail.Payload, type, EventJson.Options)!
            : throw new UnknownMailException($"This version has no email type named {mail.Kind}.");
}

/// <summary>An email was queued by another build.</summary>
public sealed class UnknownMailException(string message) : Exception(message);
