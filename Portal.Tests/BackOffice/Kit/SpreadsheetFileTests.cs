using System.Text;
using Portal.BackOffice.Kit;

namespace Portal.Tests.BackOffice.Kit;

public sealed class SpreadsheetFileTests
{
    [Fact]
    public void A_file_begins_with_its_mark_and_runs_no_formula()
    {
        var file = SpreadsheetFile.Write(["name", "count"], [["=HYPERLINK(\"http://x\")", "1"], ["Muñoz, \"Pepe\"", "2"], ["@sum", "3"]]);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal("name,count", lines[0]);
        Assert.DoesNotContain(lines, l => l.TrimStart('"')[0] is '=' or '@');
        Assert.Equal("\"Muñoz, \"\"Pepe\"\"\",2", lines[2]);
    }
}
