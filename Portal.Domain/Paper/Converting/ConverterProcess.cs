using System.Diagnostics;
using System.Runtime.InteropServices;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Converting;

/// <summary>How this program is started again as a converter.</summary>
public sealed record ConverterCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The argument that makes it one.</summary>
    public const string Verb = "convert";

    /// <summary>The program beside this one. As a rule it's started by the runtime that runs this process.</summary>
    public static ConverterCommand Beside(string assembly)
    {
        var library = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(library) && File.Exists(runtime) ? new(runtime, [library, Verb]) : new(Environment.ProcessPath!, [Verb]);
    }
}

/// <summary>
/// Makes copies of files that only native code can decode, or that could lead a reader astray, in a process of its own: with limits of
/// time and memory, without this process's settings and keys, and without writing a file. The worst that such a file can do is
/// end that process.
/// </summary>
public sealed class ConverterProcess(ConverterCommand command)
{
    private static readonly SemaphoreSlim Seats = new(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>The copy, or why there is none.</summary>
    public async Task<CopyVerdict> ConvertAsync(byte[] file, ConverterTask task, CancellationToken cancellation)
    {
        if (!await Seats.WaitAsync(Patience, cancellation))
            return new CopyVerdict.Refused(Refusals.Busy);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Limit);
            return await RunAsync(file, task, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CopyVerdict.Refused(Refusals.Broken);
        }
        finally
        {
            Seats.Release();
        }
    }

    private async Task<CopyVerdict> RunAsync(byte[] file, ConverterTask task, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Start(task) };
        process.Start();
        try
        {
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var answer = AnswerAsync(process.StandardOutput.BaseStream, cancellation);
            await SendAsync(process.StandardInput.BaseStream, file, cancellation);
            var bytes = await answer;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? ConverterAnswer.Read(bytes) : new CopyVerdict.Refused(Refusals.Broken);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Start(ConverterTask task)
    {
        var start = new ProcessStartInfo(command.Program, [.. command.Arguments, task.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "SystemRoot" or "LD_LIBRARY_PATH")).ToList())
            start.Environment.Remove(name);
        // No dumps and no sockets in the machine's temporary folder; memory in bytes, hexadecimal.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "40000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    private static async Task SendAsync(Stream input, byte[] file, CancellationToken cancellation)
    {
        try
        {
            await using (input)
                await input.WriteAsync(file, cancellation);
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says so.
        }
    }

    private static async Task<byte[]> AnswerAsync(Stream output, CancellationToken cancellation)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await output.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            answer.Write(buffer, 0, read);
            if (answer.Length > HarmlessCopy.MaxBytes + ConverterAnswer.HeaderLength)
                throw new OperationCanceledException("The converter answered more than a copy may hold.");
        }

        return answer.ToArray();
    }
}
