using Portal.Domain.Paper.Converting;
using Portal.Web;
using Portal.Web.Commands;

// A converter knows no settings and starts no site.
if (args is [ConverterCommand.Verb, var task])
    return Converter.Run(task, Console.OpenStandardInput(), Console.OpenStandardOutput());

return await CommandLine.RunAsync(args);

/// <summary>Entry point, visible to tests.</summary>
public partial class Program;
