using Portal.Domain.Constituents;
using Portal.Domain.Paper;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The last page of a sealed release: how, when, and by whom it was signed.</summary>
internal static class EvidencePage
{
    private const string Utc = "yyyy-MM-dd HH:mm:ss";

    public static IEnumerable<PaperBlock> Compose(ReleaseEvidence evidence, string signer, Func<string, object[], string> T)
    {
        var signature = evidence.Signature;
        yield return new Heading(2, T("Signature record", []));
        yield return new Fields([.. Lines(evidence, signer, T)]);
        yield return new Heading(3, T("History (UTC)", []));
        yield return new Fields([.. evidence.History.Select(h => new Field(h.At.ToString(Utc), T(h.What, [])))]);
        yield return new QrCode(evidence.VerifyAddress.ToString(), T("Anyone can verify this document at {0}", [evidence.VerifyAddress.ToString()]));
    }

    /// <summary>How the signer was identified, as an English sentence that is also its translation key.</summary>
    public static string AssuranceText(IdentityAssurance assurance) => assurance switch
    {
        IdentityAssurance.EmailConfirmed => "By a code emailed to the address the signer gave",
        IdentityAssurance.IdentityProofed => "By an identity document that was checked",
        _ => "Not verified: signed in the same session as the request",
    };

    private static IEnumerable<Field> Lines(ReleaseEvidence evidence, string signer, Func<string, object[], string> T)
    {
        var signature = evidence.Signature;
        var onPaper = signature.Method == SigningMethod.Ink;
        yield return new(T("Signed by", []), signature.MarkWitnesses is null ? signature.NameAsTyped : T("Mark (X) of {0}", [signer]));
        if (signature.Capacity != SignerCapacity.Self)
            yield return new(T("Signing as", []), T(SignerText.Describe(signature.Capacity), []));
        yield return onPaper
            ? new(T("Date on the form", []), evidence.LocalDay.ToString("yyyy-MM-dd"))
            : new(T("Time (UTC)", []), signature.SignedAt.ToString(Utc));
        var method = T(onPaper ? "Signed in ink" : "Name typed on the office's website after reading the document and agreeing to sign electronically", []);
        yield return new(T("Method", []), method);
        if (signature.MarkWitnesses is { } witnessCount)
        {
            object witnesses = evidence.Ceremony.Witnesses.Count > 0
                ? string.Join("; ", evidence.Ceremony.Witnesses.Select(w => $"{w.Name}, {w.Address}"))
                : witnessCount;
            yield return new(T("Signed with a mark (X)", []), T("Witnesses: {0}", [witnesses]));
        }

        if (evidence.Ceremony.Interpreter is { } interpreter)
            yield return new(T("Interpreter's certification", []), $"{interpreter.Name}, {interpreter.Address}");
        if (evidence.Proof is { } proof)
            yield return new(T("Proof of authority to sign", []), $"{proof.FileName}, SHA-256 {proof.Sha256}");
        if (evidence.Ceremony.NameDifference is { } why)
            yield return new(T("Why the name differs", []), why);
        var isUnverifiedPaper = onPaper && signature.Assurance == IdentityAssurance.None;
        var identification = T(isUnverifiedPaper ? "Not verified: the signed form came back" : AssuranceText(signature.Assurance), []);
        yield return new(T("How the signer was identified", []), identification);
        if (!onPaper)
        {
            yield return new(T("IP address", []), signature.RemoteAddress);
            yield return new(T("Browser", []), signature.UserAgent);
        }

        foreach (var scan in evidence.Scans)
            yield return new(T("SHA-256 of the scan", []), scan.Sha256);
        if (evidence.Form is { } form)
            yield return new(T("The agency's own form", []), form.Title);
        if (!onPaper || evidence.Form is null)
        {
            yield return new(T("Template", []), $"{signature.TemplateId} {signature.TemplateVersion}");
            yield return new(T("SHA-256 of the text", []), signature.TextSha256);
        }

        yield return new(T("Verification code", []), signature.VerificationCode);
    }
}
