using Portal.Domain.Paper.Sealing;

namespace Portal.Tests.Domain.Paper.Sealing;

/// <summary>One certificate and one sealed document shared by tests that only read them, because RSA keys are slow to generate.</summary>
internal static class SealSamples
{
    public static readonly DateTimeOffset Now = new(2026, 6, 3, 14, 30, 0, TimeSpan.Zero);

    private static readonly Lazy<SigningCertificate> Own = new(() => New(Folder(), Now));

    private static readonly Lazy<Task<byte[]>> SealedRelease = new(() => Seal(Certificate)
        .SealAsync(PaperSamples.Release, "Privacy release received", "Washington, DC"));

    public static SigningCertificate Certificate => Own.Value;

    public static Task<byte[]> Release => SealedRelease.Value;

    public static string Folder() => Directory.CreateTempSubdirectory("portal-seal-").FullName;

    public static SigningCertificate New(string folder, DateTimeOffset now) =>
        SigningCertificate.LoadOrCreate(folder, "Office of Representative Jane Example", new StoppedClock(now));

    public static PdfSeal Seal(SigningCertificate certificate, TimestampAuthority? authority = null) =>
        new(PaperSamples.Printer, certificate, new StoppedClock(Now), authority);

    public static SealVerdict Verify(byte[] pdf) => PdfVerification.Verify(pdf, Certificate.Trusted);
}
