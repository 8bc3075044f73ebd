using System.CommandLine;

namespace Portal.Web.Commands;

internal static class VerifyCommand
{
    public static Command Create(string[] settings) => new("verify", "");
}
