using System.CommandLine;

namespace Portal.Web.Commands;

internal static class StaffCommand
{
    public static Command Create(string[] settings) => new("staff", "");
}
