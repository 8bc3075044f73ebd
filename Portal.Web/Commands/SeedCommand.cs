using System.CommandLine;

namespace Portal.Web.Commands;

internal static class SeedCommand
{
    public static Command Create(string[] settings) => new("seed", "");
}
