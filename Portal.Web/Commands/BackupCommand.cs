using System.CommandLine;

namespace Portal.Web.Commands;

internal static class BackupCommand
{
    public static Command Create(string[] settings) => new("backup", "");
}
