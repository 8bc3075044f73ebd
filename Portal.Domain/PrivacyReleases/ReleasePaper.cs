using Portal.Domain.Platform.Pdf;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What the evidence page of a sealed release says.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="MemberName">The Member with title.</param>
/// <param name="Signature">The signature with all its evidence.</param>
/// <param name="LocalDay">The day of signing in the office's time zone.</param>
/// <param name="VerifyAddress">Where anyone can check the document.</param>
public sealed record ReleaseEvidence(string Reference, string MemberName, ReleaseSignature Signature, DateOnly LocalDay, Uri VerifyAddress);

/// <summary>Lays a release out on paper: signed, or to be signed in ink.</summary>
public static class ReleasePaper
{
    /// <summary>The signed release with its evidence page.</summary>
    public static Paper Signed(ReleaseText text, ReleaseEvidence evidence)
    {
        var signature = evidence.Signature;
        string T(string english, params object[] arguments) => Texts.Get(text.Language, english, arguments);
        List<PaperBlock> blocks =
        [
            .. Body(text),
            new SignatureBlock(signature.NameAsTyped, "", T("Signed electronically on {0}", Texts.Day(text.Language, evidence.LocalDay))),
            new PageBreak(),
            new Heading(2, T("Evidence of signing")),
            new Fields(
            [
                new(T("Signed by"), signature.NameAsTyped),
                new(T("Time (UTC)"), signature.SignedAt.ToString("yyyy-MM-dd HH:mm:ss")),
                new(T("Method"), T(signature.Method == SigningMethod.Electronic ? "Name typed on the office's website after reading the document and agreeing to sign electronically" : "Signed in ink on paper")),
                new(T("How the signer was identified"), T(AssuranceText(signature.Assurance))),
                new(T("Network address"), signature.RemoteAddress),
                new(T("Browser"), signature.UserAgent),
                new(T("Template"), $"{signature.TemplateId} {signature.TemplateVersion}"),
                new(T("SHA-256 of the text"), signature.TextSha256),
                new(T("Verification code"), signature.VerificationCode),
            ]),
            new QrCode(evidence.VerifyAddress.ToString(), T("Anyone can check this document at {0}", evidence.VerifyAddress.ToString())),
        ];
        return new Paper(text.Title, text.Language, evidence.Reference, signature.SignedAt, blocks) { Issuer = evidence.MemberName };
    }

    /// <summary>The same release to print and sign in ink, its reference and code on every page.</summary>
    public static Paper ToSignInInk(ReleaseText text, string reference, string memberName, Uri signingAddress, DateTime now)
    {
        List<PaperBlock> blocks =
        [
            .. Body(text),
            new BlankLine(Both(text, "Signature of {0}, in ink", text.Signer ?? text.Sections[0].Lines[0].Value)),
            new BlankLine(Both(text, "Date")),
        ];
        return new Paper(text.Title, text.Language, reference, now, blocks) { Issuer = memberName, CornerCode = signingAddress.ToString() };
    }

    /// <summary>A document with invented data, marked as a sample on every page.</summary>
    public static Paper Sample(ReleaseText text, DateTime now)
    {
        var mark = Both(text, "Sample, not for signing");
        return new Paper(text.Title, text.Language, mark, now, [.. Body(text)]) { Issuer = mark };
    }

    /// <summary>How sure we are of the signer, as an English sentence that is also the key of its translation.</summary>
    public static string AssuranceText(IdentityAssurance assurance) => assurance switch
    {
        IdentityAssurance.EmailConfirmed => "By a code mailed to the address they gave",
        IdentityAssurance.IdentityProofed => "By an identity document that was checked",
        _ => "Not checked: signed in the same session in which the request was made",
    };

    // Who reads a translation reads the labels in both languages.
    private static string Both(ReleaseText text, string english, params object[] arguments)
    {
        var label = Texts.Get(text.Language, english, arguments);
        return text.Translation is { } translation ? $"{label} / {Texts.Get(translation.Language, english, arguments)}" : label;
    }

    private static IEnumerable<PaperBlock> Body(ReleaseText text) =>
    [
        .. Body(text.Sections),
        .. text.Translation is { } translation
            ? [new Rule(), new Heading(2, translation.Title), new Paragraph(translation.Notice) { Strong = true }, .. Body(translation.Sections), new Rule()]
            : Array.Empty<PaperBlock>(),
    ];

    private static IEnumerable<PaperBlock> Body(IReadOnlyList<ReleaseSection> sections) => sections.SelectMany(section => (IEnumerable<PaperBlock>)
    [
        new Heading(2, section.Heading),
        .. section.Lines.Count > 0 ? [new Fields([.. section.Lines.Select(l => new Field(l.Label, l.Value))])] : Array.Empty<PaperBlock>(),
        .. section.Paragraphs.Select(p => new Paragraph(p)),
    ]);
}
