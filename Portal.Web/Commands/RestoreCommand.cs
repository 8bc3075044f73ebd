using System.CommandLine;

namespace Portal.Web.Commands;

internal static class RestoreCommand
{
    public static Command Create(string[] settings) => new("restore", "");
}
