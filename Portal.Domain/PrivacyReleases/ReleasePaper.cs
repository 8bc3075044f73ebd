using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The contents of the evidence page of a sealed release.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="MemberName">The Member's name, with title.</param>
/// <param name="Signature">The signature with all its evidence.</param>
/// <param name="Ceremony">Witnesses, interpreter, and any name difference.</param>
public sealed record ReleaseEvidence(string Reference, string MemberName, ReleaseSignature Signature, SigningCeremony Ceremony)
{
    /// <summary>The day of signing in the office's time zone.</summary>
    public required DateOnly LocalDay { get; init; }

    /// <summary>Where anyone can verify the document.</summary>
    public required Uri VerifyAddress { get; init; }

    /// <summary>What happened to the release until it was sealed.</summary>
    public required IReadOnlyList<ReleaseMoment> History { get; init; }

    /// <summary>The optional drawn signature, as PNG; null for none.</summary>
    public byte[]? Drawing { get; init; }

    /// <summary>The photos or scans of what was signed by hand, in order.</summary>
    public IReadOnlyList<ScannedPaper> Scans { get; init; } = [];

    /// <summary>The proof that the signer may sign for the subject, kept with the document; null when none is needed.</summary>
    public (string FileName, string Sha256)? Proof { get; init; }

    /// <summary>The agency's own form, filled in and signed, with its title.</summary>
    public (string Title, byte[] Pdf)? Form { get; init; }
}

/// <summary>What ties a printed release to its case, so that it's recognized when it comes back signed.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="MemberName">The Member's name, with title.</param>
/// <param name="SigningAddress">The address in the code on every page.</param>
/// <param name="PrintedAt">UTC.</param>
public sealed record ReleaseSlip(string Reference, string MemberName, Uri SigningAddress, DateTime PrintedAt);

/// <summary>Lays out a release as a document: signed, or to be signed in ink.</summary>
public static class ReleasePaper
{
    /// <summary>The signed release with its evidence page.</summary>
    public static PaperDocument Signed(ReleaseText text, ReleaseEvidence evidence)
    {
        string T(string english, params object[] arguments) => Texts.Get(text.Language, english, arguments);
        var signature = evidence.Signature;
        var signer = text.Signer ?? signature.NameAsTyped;
        // A signer who signed the agency's own form by hand signed no other text.
        var onForm = signature.Method == SigningMethod.Ink && evidence.Form is not null;
        IEnumerable<PaperBlock> body = onForm
            ? [new Paragraph(T(
                "{0} signed the agency's own form in ink: {1}. The next pages show the form as it was filled in for signing, followed by the signed form if it was scanned.",
                signer, evidence.Form!.Value.Title))]
            : Body(text);
        List<PaperBlock> blocks =
        [
            .. body,
            .. Signatures(evidence, signer, text.Language, T),
            .. Scans(evidence, T),
            new PageBreak(),
            .. EvidencePage.Compose(evidence, signer, T),
        ];
        return new PaperDocument(text.Title, text.Language, evidence.Reference, signature.SignedAt, blocks) { Issuer = evidence.MemberName };
    }

    /// <summary>
    /// The release to print, sign in ink, and send, with its reference and code on every page. What the signer only reads, its
    /// translation, is on a paper of its own (<see cref="ToKeep"/>).
    /// </summary>
    public static PaperDocument ToSignInInk(ReleaseText text, ReleaseDetails details, AgencyReleaseRules rules, ReleaseSlip slip)
    {
        List<PaperBlock> blocks =
        [
            .. Body(text.Sections),
            new BlankLine(details.ByMark
                ? Both(text, "Mark (X) of {0}, in ink", details.WhoSigns)
                : Both(text, "Signature of {0}, in ink", details.WhoSigns)),
            new BlankLine(Both(text, "Date")),
        ];
        if (details.Capacity != SignerCapacity.Self)
            blocks.Add(new Paragraph(
                Both(text, "Signed for {0}", details.LegalName) + ": " + Both(text, SignerText.Describe(details.Capacity))));
        for (var witness = 1; details.ByMark && witness <= rules.MarkWitnesses; witness++)
            blocks.AddRange([
                new Heading(3, Both(text, "Witness {0}: I saw the signer make the mark", witness)),
                new BlankLine(Both(text, "Name and address of the witness")),
                new BlankLine(Both(text, "Signature of the witness, in ink, and date")),
            ]);
        if (details.InterpreterLanguage is { Length: > 0 } language)
            blocks.AddRange([
                new Heading(3, Both(text, "Interpreter's certification")),
                new Paragraph(Both(text, SignerText.InterpreterCertifies, language)),
                new BlankLine(Both(text, "Name and address of the interpreter")),
                new BlankLine(Both(text, "Signature of the interpreter, in ink, and date")),
            ]);
        if (rules.TranslationCertified && text.Translation is not null)
            blocks.AddRange([
                new Heading(3, Both(text, "Translator's certification")),
                new BlankLine(Both(text, "Name and address of the translator")),
                new BlankLine(Both(text, "Signature of the translator, in ink, and date")),
            ]);
        return new PaperDocument(text.Title, text.Language, $"{slip.Reference} · {FormCode(text)}", slip.PrintedAt, blocks)
        {
            Issuer = slip.MemberName,
            CornerCode = slip.SigningAddress.ToString(),
        };
    }

    /// <summary>What the signer keeps: how to sign and send the form, and its translation. Nothing on it is to be signed.</summary>
    public static PaperDocument ToKeep(ReleaseText text, ReleaseDetails details, string language, bool mustCertify, ReleaseSlip slip)
    {
        string T(string english, params object[] arguments) => Texts.Get(language, english, arguments);
        string[] steps =
        [
            T("Read the form. If something is wrong, change it on our website or call us. Don't write corrections on it."),
            details.ByMark ? T("Make your mark in ink. Your witnesses sign below it.") : T("Sign in ink and write the date next to your signature."),
            .. text.Translation is not null && mustCertify
                ? [T("Ask whoever translated the form for you to fill out and sign “Translator's certification” on it.")]
                : Array.Empty<string>(),
            T("Take a photo of each page in good light, with the QR code showing, or scan it. More than one page? Choose all of the photos, in order."),
            T("Open the address in the QR code to send it, or bring or mail the form to our office."),
            T("Keep this paper. You don't need to send it."),
        ];
        List<PaperBlock> blocks =
        [
            new Paragraph(T("For your records. Don't sign or send this paper.")) { Strong = true },
            new Heading(2, T("How to sign and send the form")),
            .. steps.Select((step, i) => new Paragraph($"{i + 1}. {step}")),
        ];
        if (text.Translation is { } translation)
            blocks.AddRange([new Rule(), new Heading(2, translation.Title), new Paragraph(translation.Notice) { Strong = true }, .. Body(translation.Sections)]);
        return new PaperDocument(T("Instructions to keep"), language, slip.Reference, slip.PrintedAt, blocks) { Issuer = slip.MemberName };
    }

    /// <summary>The code at the foot of every printed page. It lets staff confirm that a signed form has the text they expect.</summary>
    public static string FormCode(ReleaseText text) => text.Sha256()[..8].ToUpperInvariant();

    /// <summary>A sample with made-up data, marked as such on every page.</summary>
    public static PaperDocument Sample(ReleaseText text, DateTime now)
    {
        var mark = Both(text, "Sample. Do not sign.");
        return new PaperDocument(text.Title, text.Language, mark, now, [.. Body(text)]) { Issuer = mark };
    }

    private static IEnumerable<PaperBlock> Scans(ReleaseEvidence evidence, Func<string, object[], string> T)
    {
        if (evidence.Form is { } form)
            yield return new PdfPages(form.Pdf, form.Title);
        foreach (var (index, scan) in evidence.Scans.Index())
        {
            var name = evidence.Scans.Count == 1
                ? T("Signed form as received", [])
                : T("Signed form as received, file {0} of {1}", [index + 1, evidence.Scans.Count]);
            yield return scan.ContentType switch
            {
                "application/pdf" => new PdfPages(scan.Bytes, name),
                "image/jpeg" or "image/png" => new Picture(scan.Bytes, name),
                _ => new Paragraph(T("The photo of the signed form is kept with this document. Its SHA-256 is on the next page.", [])),
            };
        }
    }

    private static IEnumerable<PaperBlock> Signatures(ReleaseEvidence evidence, string signer, string language, Func<string, object[], string> T)
    {
        var (signature, ceremony) = (evidence.Signature, evidence.Ceremony);
        var day = Texts.Day(language, evidence.LocalDay);
        var signed = T(signature.Method == SigningMethod.Electronic ? "Signed electronically on {0}" : "Signed in ink on {0}", [day]);
        yield return new SignatureBlock(
            signature.MarkWitnesses is null ? signature.NameAsTyped : T("Mark (X) of {0}", [signer]),
            signature.Capacity == SignerCapacity.Self ? "" : T(SignerText.Describe(signature.Capacity), []),
            signed,
            evidence.Drawing);
        foreach (var witness in ceremony.Witnesses)
            yield return new SignatureBlock(witness.Name, T("Witness: I saw the signer make the mark. {0}", [witness.Address]), signed);
        if (ceremony.Interpreter is { } interpreter)
        {
            yield return new Paragraph(T(SignerText.InterpreterCertifies, [interpreter.Language]));
            yield return new SignatureBlock(interpreter.Name, T("Interpreter. {0}", [interpreter.Address]), T("Signed electronically on {0}", [day]));
        }
    }

    // A signer who reads a translation gets the labels in both languages.
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
