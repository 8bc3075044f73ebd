using System.CommandLine;

namespace Portal.Web.Commands;

internal static class ImportCommand
{
    public static Command Create(string[] settings) => new("import", "");
}
