namespace Portal.Tests.Web.Sweeps;

/// <summary>
/// Who gets what at every address by GET: the status, or where they are sent. The constituent has the case and releases that
/// the addresses name; the case is with the agency. Change a line here only when the change was meant.
/// </summary>
internal static class RoleTable
{
    public static readonly string[] Roles = ["Anonymous", "Constituent", "ReadOnly", "Intern", "Caseworker", "CaseworkManager", "Administrator"];

    public static IReadOnlyList<string> Reviewed { get; } = [.. Text.Split('\n').Where(l => l.StartsWith('/'))];

    private const string Text =
        """
        address                                                    Anonymous      Constituent    ReadOnly       Intern         Caseworker     Manager        Administrator
        """;
}
