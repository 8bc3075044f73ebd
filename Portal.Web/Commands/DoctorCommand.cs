using System.CommandLine;

namespace Portal.Web.Commands;

internal static class DoctorCommand
{
    public static Command Create(string[] settings) => new("doctor", "");
}
