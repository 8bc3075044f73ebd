using System.Net;
using System.Net.Sockets;

namespace Portal.Domain.Platform.Files;

/// <summary>Reads where clamd listens: <c>unix:/run/clamav/clamd.ctl</c> or <c>host:3310</c>.</summary>
public static class ClamdAddress
{
    private const string Unix = "unix:";
    private const int DefaultPort = 3310;

    /// <exception cref="FormatException">It is neither form.</exception>
    public static EndPoint Parse(string address)
    {
        if (address.StartsWith(Unix, StringComparison.Ordinal) && address.Length > Unix.Length)
            return new UnixDomainSocketEndPoint(address[Unix.Length..]);
        if (IPAddress.TryParse(address.Trim('[', ']'), out var bare))
            return new IPEndPoint(bare, DefaultPort);
        if (IPEndPoint.TryParse(address, out var numeric))
            return numeric;
        var parts = address.Split(':');
        if (parts.Length <= 2 && Uri.CheckHostName(parts[0]) == UriHostNameType.Dns)
        {
            if (parts.Length == 1)
                return new DnsEndPoint(parts[0], DefaultPort);
            if (ushort.TryParse(parts[1], out var port) && port > 0)
                return new DnsEndPoint(parts[0], port);
        }

        throw new FormatException($"'{address}' isn't a clamd address. Use unix:/path/to/socket or host:port.");
    }
}
