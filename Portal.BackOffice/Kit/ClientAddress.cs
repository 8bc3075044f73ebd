using System.Net;
using System.Net.Sockets;

namespace Portal.BackOffice.Kit;

/// <summary>What counts as one client in limits.</summary>
public static class ClientAddress
{
    /// <summary>The IPv4 address, or the /64 network of an IPv6 address, because one subscriber owns all of it.</summary>
    public static string From(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
