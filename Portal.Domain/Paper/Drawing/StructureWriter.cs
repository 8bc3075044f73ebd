using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Drawing;

/// <summary>Keeps PDFsharp's stack of open structure elements in step with the tags of the marks being drawn.</summary>
internal sealed class StructureWriter(UAManager accessibility)
{
    private readonly List<Tag> _open = [];

    /// <summary>
    /// Draws as part of a tag, or as an artifact when there's none. Artifacts have to come first on a page: marked content must be
    /// entirely inside or outside a text object, and PDFsharp can't end the marked content of an element that continues.
    /// </summary>
    public void Draw(Tag? tag, bool isText, XRect place, Action draw)
    {
        if (tag is null)
        {
            SetMode(isText);
            accessibility.StructureBuilder.BeginArtifact();
            draw();
            accessibility.StructureBuilder.End();
            return;
        }

        Open(tag, isText, place);
        draw();
    }

    /// <summary>Closes all open elements at the end of the document.</summary>
    public void Close() => CloseTo(0);

    private void Open(Tag tag, bool isText, XRect place)
    {
        Tag[] path = [.. tag.Path];
        var common = 0;
        while (common < path.Length && common < _open.Count && ReferenceEquals(path[common], _open[common]))
            common++;
        if (common == path.Length)
            return;
        CloseTo(common);
        SetMode(isText);
        foreach (var next in path.Skip(common))
        {
            Begin(next, place);
            _open.Add(next);
        }
    }

    private void SetMode(bool isText)
    {
        if (isText)
            accessibility.BeginTextMode();
        else
            accessibility.BeginGraphicMode();
    }

    private void Begin(Tag tag, XRect place)
    {
        var builder = accessibility.StructureBuilder;
        if (tag.Type == "Figure")
        {
            builder.BeginElement(PdfIllustrationElementTag.Figure, tag.Alternative ?? "", place);
            return;
        }

        builder.BeginBlockLevelElement(tag.Type);
        if (tag.Type == "TH")
            builder.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", "/Row");
    }

    private void CloseTo(int depth)
    {
        for (; _open.Count > depth; _open.RemoveAt(_open.Count - 1))
            accessibility.StructureBuilder.End();
    }
}
