using System.Runtime.CompilerServices;

namespace Portal.Web.Commands.Doctor;

/// <summary>Runs all checks in order. An unexpected failure of a check is a finding too.</summary>
internal static class Examination
{
    private static readonly (string Name, Func<CommandServices, CancellationToken, IAsyncEnumerable<Finding>> Look)[] Looks =
    [
        // First, because opening the database makes and removes files beside it.
        ("file permissions", PrivacyLook.RunAsync), ("database", DatabaseLook.RunAsync), ("master key", KeyLook.RunAsync), ("certificate", CertificateLook.RunAsync),
        ("folders and disk", DiskLook.RunAsync), ("fonts", FontLook.RunAsync), ("address", AddressLook.RunAsync),
        ("security contact", SecurityTxtLook.RunAsync), ("mail", MailLook.RunAsync), ("scanner", ScannerLook.RunAsync), ("facts", FactLook.RunAsync),
    ];

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (name, look) in Looks)
            foreach (var finding in await FindingsAsync(name, look(services, cancellation)))
                yield return finding;
    }

    private static async Task<List<Finding>> FindingsAsync(string name, IAsyncEnumerable<Finding> look)
    {
        var found = new List<Finding>();
        try
        {
            await foreach (var finding in look)
                found.Add(finding);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            found.Add(Finding.Problem($"Couldn't check the {name}: {fault.Message.ReplaceLineEndings(" ")}"));
        }

        return found;
    }
}
