using System.CommandLine;

namespace Portal.Web.Commands;

internal static class SetupCommand
{
    public static Command Create(string[] settings) => new("setup", "");
}
