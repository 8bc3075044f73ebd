using System.Runtime.CompilerServices;
using Portal.Domain.Offices;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks where the links in emails and the codes on printed releases lead: paper can't be corrected later.</summary>
internal static class AddressLook
{
    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        var site = services.Get<SiteAddress>().Public;
        yield return services.Get<IHostEnvironment>().IsDevelopment() || (site.Scheme == Uri.UriSchemeHttps && !site.IsLoopback)
            ? Finding.Fine($"Links in emails and QR codes on releases point to {site}.")
            : Finding.Problem(
                $"Links in emails and QR codes on releases would point to {site}. Set Portal:PublicUrl to the address people use. It starts with https.");
    }
}
