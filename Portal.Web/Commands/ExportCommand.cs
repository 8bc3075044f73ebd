using System.CommandLine;

namespace Portal.Web.Commands;

internal static class ExportCommand
{
    public static Command Create(string[] settings) => new("export", "");
}
