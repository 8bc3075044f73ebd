using System.Text.Json;
using Portal.Domain.Platform.Activity;
using Portal.Domain.PrivacyReleases;

namespace Portal.Tests.Domain.PrivacyReleases.Templates;

/// <summary>A signed text stays readable forever, and its hash never changes.</summary>
public sealed class ReleaseTextTests
{
    // As written before templates were stored as data: template generic 1, no translation, no signer.
    private const string Signed =
        """
        {"templateId":"generic","templateVersion":1,"language":"es","title":"Autorización de divulgación de información (Ley de Privacidad): Seguro Social","sections":[{"heading":"De quién se trata","lines":[{"label":"Nombre legal","value":"Ana Lucía García"}],"paragraphs":[]},{"heading":"Declaración","lines":[],"paragraphs":["Declaro bajo pena de perjurio que lo anterior es verdadero y correcto. Suscrito en la fecha de mi firma al pie."]}]}
        """;

    // SHA-256 of the lines of that text, computed with sha256sum.
    private const string Sha256 = "3894181e341ecfb265bcf851e9064c36d8cb83850ba839b074985190caaab47b";

    [Fact]
    public void A_text_signed_in_the_earlier_format_is_still_read()
    {
        var text = JsonSerializer.Deserialize<ReleaseText>(Signed, EventJson.Options)!;
        Assert.Equal(("generic", 1, "es", "es"), (text.TemplateId, text.TemplateVersion, text.Language, text.ReadIn));
        Assert.Null(text.Translation);
        Assert.Null(text.Signer);
        Assert.Equal("Ana Lucía García", text.Sections[0].Lines[0].Value);
        Assert.Equal(Sha256, text.Sha256());
    }

    [Fact]
    public void A_text_in_the_earlier_format_is_written_back_unchanged() =>
        Assert.Equal(Signed, JsonSerializer.Serialize(JsonSerializer.Deserialize<ReleaseText>(Signed, EventJson.Options), EventJson.Options));

    [Fact]
    public void A_text_with_its_translation_survives_a_round_trip()
    {
        var text = TemplateSamples.Compose("immigration", TemplateSamples.Ana, TemplateSamples.Agency("USCIS"), "es");
        var back = JsonSerializer.Deserialize<ReleaseText>(JsonSerializer.Serialize(text, EventJson.Options), EventJson.Options)!;
        Assert.Equal((text.AsRead(), text.Sha256(), text.Signer), (back.AsRead(), back.Sha256(), back.Signer));
        Assert.Equal(text.Translation!.Sections[0].Lines, back.Translation!.Sections[0].Lines);
    }
}
