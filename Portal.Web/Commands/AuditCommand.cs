using System.CommandLine;

namespace Portal.Web.Commands;

internal static class AuditCommand
{
    public static Command Create(string[] settings) => new("audit", "");
}
