using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Harmless;

namespace Portal.Domain.Paper.Converting;

/// <summary>The work of the converter's process: reads one file, writes one answer, and ends.</summary>
public static class Converter
{
    /// <summary>Runs with the task's name as its argument. Returns the exit code.</summary>
    public static int Run(string taskName, Stream input, Stream output)
    {
        if (!Enum.TryParse<ConverterTask>(taskName, out var task))
            return 2;
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var file = bytes.ToArray();
        using var named = task is ConverterTask.Heic or ConverterTask.Avif ? MemoryFile.Create(file) : null;
        ProcessLimits.Apply();
        ConverterAnswer.Write(output, task switch
        {
            ConverterTask.Pdf => new HarmlessPdf(FontFiles.Locate()).Make(file),
            ConverterTask.Form => HarmlessPdf.Form(file),
            ConverterTask.Heic or ConverterTask.Avif => PictureConversion.Make(named?.Path, task),
            _ => PictureConversion.Make(file, task),
        });
        output.Flush();
        return 0;
    }
}
