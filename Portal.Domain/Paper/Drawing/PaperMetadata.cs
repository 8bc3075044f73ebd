using System.Security;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Drawing;

/// <summary>The XMP packet of a document: title, language, time and, if all pages are ours, the PDF/UA-1 identifier.</summary>
internal static class PaperMetadata
{
    public static string Of(PaperDocument paper, string producer)
    {
        var title = SecurityElement.Escape(PrintableText.Clean(paper.Title));
        // Third-party pages may lack anything PDF/UA requires.
        var identifier = paper.Blocks.Any(block => block is PdfPages) ? "" : "<pdfuaid:part>1</pdfuaid:part>";
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                    xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                  {identifier}
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
                  <dc:language><rdf:Bag><rdf:li>{SecurityElement.Escape(paper.Language)}</rdf:li></rdf:Bag></dc:language>
                  <pdf:Producer>{SecurityElement.Escape(producer)}</pdf:Producer>
                  <xmp:CreateDate>{paper.IssuedAt:yyyy-MM-ddTHH:mm:ssZ}</xmp:CreateDate>
                </rdf:Description>
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }
}
