using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Paper;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper.Inspection;
using static Portal.Tests.Domain.PrivacyReleases.Templates.TemplateSamples;

namespace Portal.Tests.Domain.PrivacyReleases.Templates;

/// <summary>The printed form of a release with a translation, and its signature lines.</summary>
public sealed class ReleasePaperTests
{
    private static readonly AgencyReleaseRules Rules = new() { MarkWitnesses = 2, TranslationCertified = true };
    private static readonly ReleaseSlip Slip =
        new("K7M2P-9QXR4", "Representative Ana M. Núñez", new("https://help.nunez.example.gov/release/x"), default);

    [Fact]
    public void The_binding_text_is_printed_to_sign_and_its_translation_to_keep()
    {
        var text = Compose("immigration", Ana, Agency("USCIS"), "es");
        var paper = ReleasePaper.ToSignInInk(text, Ana, Rules, Slip);
        Assert.Equal("en", paper.Language);
        var printed = paper.Blocks.OfType<Paragraph>().Select(p => p.Text).ToList();
        Assert.Equal(text.Sections.SelectMany(s => s.Paragraphs), printed);
        var kept = ReleasePaper.ToKeep(text, Ana, "es", true, Slip).Blocks.OfType<Paragraph>().Select(p => p.Text).ToList();
        Assert.Subset(kept.ToHashSet(), text.Translation!.Sections.SelectMany(s => s.Paragraphs).Append(text.Translation.Notice).ToHashSet());
        Assert.Equal(
            [
                "Signature of Ana Lucía García, in ink / Firma de Ana Lucía García, con tinta", "Date / Fecha",
                "Name and address of the translator / Nombre y dirección del traductor",
                "Signature of the translator, in ink, and date / Firma del traductor, con tinta, y fecha",
            ],
            paper.Blocks.OfType<BlankLine>().Select(l => l.Label));
    }

    [Fact]
    public void The_signer_is_named_under_the_line_and_witnesses_have_their_own_lines()
    {
        var guardian = Ana with { Capacity = SignerCapacity.ParentOrGuardian, SignerName = "Luz García", ByMark = true, InterpreterLanguage = "Somali" };
        var paper = ReleasePaper.ToSignInInk(Compose("generic", guardian, Agency("SSA")), guardian, Rules, Slip);
        Assert.Equal("Mark (X) of Luz García, in ink", paper.Blocks.OfType<BlankLine>().First().Label);
        Assert.Equal(2, paper.Blocks.OfType<BlankLine>().Count(l => l.Label == "Name and address of the witness"));
        Assert.Single(paper.Blocks.OfType<BlankLine>(), l => l.Label == "Name and address of the interpreter");
        Assert.StartsWith("K7M2P-9QXR4 · ", paper.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_is_marked_on_every_page_and_has_no_signature_line()
    {
        var paper = ReleasePaper.Sample(Compose("generic", Ana, Agency("SSA")), default);
        Assert.Equal(("Sample. Do not sign.", "Sample. Do not sign."), (paper.Issuer, paper.Reference));
        Assert.Empty(paper.Blocks.OfType<BlankLine>());
    }
}
