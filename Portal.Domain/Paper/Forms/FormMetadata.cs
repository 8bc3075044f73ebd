using System.Security;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper.Forms;

/// <summary>The XMP packet of a filled form. It claims no conformance, because we can't vouch for the agency's form.</summary>
internal static class FormMetadata
{
    public static string Of(string title, string producer) => $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(PrintableText.Clean(title))}</rdf:li></rdf:Alt></dc:title>
              <pdf:Producer>{SecurityElement.Escape(PrintableText.Clean(producer))}</pdf:Producer>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """;
}
