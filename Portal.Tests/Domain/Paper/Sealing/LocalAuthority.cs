using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Domain.Paper.Sealing;

/// <summary>A real time-stamping authority (RFC 3161): openssl ts behind HTTP on loopback, with a certificate made for the test.</summary>
internal sealed class LocalAuthority : IDisposable
{
    private readonly string _folder = SealSamples.Folder();
    private readonly HttpListener _listener = new();

    public LocalAuthority()
    {
        MakeCertificate();
        File.WriteAllText(At("serial"), "01");
        File.WriteAllText(
            At("config"),
            $"[a]\nserial = {At("serial")}\ndefault_policy = 1.2.3.4\ndigests = sha256\nsigner_digest = sha256\ness_cert_id_alg = sha256\n");
        Address = new Uri($"http://127.0.0.1:{FreePort()}/tsa/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>How many timestamps were requested.</summary>
    public int Asked { get; private set; }

    /// <summary>The status it returns instead of a timestamp; null if it works.</summary>
    public HttpStatusCode? Broken { get; set; }

    public string Certificate => At("cert");

    public void Dispose()
    {
        _listener.Close();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Asked++;
            if (Broken is { } status || call.Request.ContentType != "application/timestamp-query")
            {
                call.Response.StatusCode = (int)(Broken ?? HttpStatusCode.UnsupportedMediaType);
                call.Response.Close();
                continue;
            }

            await using (var query = File.Create(At("query")))
                await call.Request.InputStream.CopyToAsync(query);

            PdfTools.Start(
                "openssl", "ts", "-reply", "-config", At("config"), "-section", "a", "-queryfile", At("query"), "-signer", At("cert"), "-inkey",
                At("key"), "-out", At("reply"));
            call.Response.ContentType = "application/timestamp-reply";
            await call.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(At("reply")));
            call.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Stamps", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        using var made = request.CreateSelfSigned(SealSamples.Now.AddYears(-1), SealSamples.Now.AddYears(20));
        File.WriteAllText(At("cert"), made.ExportCertificatePem());
        File.WriteAllText(At("key"), key.ExportPkcs8PrivateKeyPem());
    }
}
