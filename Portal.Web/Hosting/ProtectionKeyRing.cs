using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Portal.Domain;
using Portal.Domain.Platform.Protection;

namespace Portal.Web.Hosting;

/// <summary>Stores the framework's key ring in the database, sealed, so that every process uses the same keys.</summary>
public sealed class ProtectionKeyRing(IServiceScopeFactory scopes, SystemCipher cipher, TimeProvider clock) : IXmlRepository
{
    private const string Place = "ProtectionKey/SealedXml";

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ProtectionKey>().Select(k => k.SealedXml).ToList()
            .Select(x => XElement.Parse(cipher.Unseal(x, Place)))];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new ProtectionKey
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SealedXml = cipher.Seal(element.ToString(SaveOptions.DisableFormatting), Place),
        });
        db.SaveChanges();
    }
}
