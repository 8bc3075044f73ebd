using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Web.Hosting;

/// <summary>The office's mailbox, which agencies and constituents write to, from configuration (<c>Portal:Mailbox:…</c>). Optional.</summary>
public sealed class MailboxSettings : MailAccount
{
    /// <summary>Where it stands in the configuration.</summary>
    public const string Section = "Portal:Mailbox";

    private const int ImplicitTlsPort = 993;

    /// <summary>A mailbox over TLS.</summary>
    public MailboxSettings() => Port = ImplicitTlsPort;

    /// <summary>The address that reaches it; by default, the user name if that is an address.</summary>
    public string? Address { get; set; }

    /// <summary>The address that reaches it; null when none is set up.</summary>
    public string? Reached => string.IsNullOrWhiteSpace(Host) ? null : NullIfEmpty(Address) ?? (UserName?.Contains('@', StringComparison.Ordinal) == true ? UserName : null);

    /// <summary>Registers the mailbox; without a host, there is none.</summary>
    public void Register(IServiceCollection services) => services.AddSingleton<IOfficeMailbox>(provider =>
        string.IsNullOrWhiteSpace(Host) ? new NoMailbox() : new ImapMailbox(Server(Section, ImplicitTlsPort), Tokens(provider)));
}
