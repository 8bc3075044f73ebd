using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting.Uploads;

/// <summary>
/// A posted form whose files are never written to disk in clear. The framework's own form would spool each file above 64 KB to the
/// machine's temporary folder, and leave it there when the process is killed.
/// </summary>
internal sealed class SealedForm(HttpRequest request, UploadSpool spool, FormOptions options, long maxBytes) : IFormFeature
{
    private Task<IFormCollection>? _reading;
    private long _left = maxBytes;

    /// <inheritdoc />
    public bool HasFormContentType => Form is not null || IsMultipart || new FormFeature(request, options).HasFormContentType;

    /// <inheritdoc />
    public IFormCollection? Form { get; set; }

    private bool IsMultipart => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IFormCollection ReadForm() => ReadFormAsync(default).GetAwaiter().GetResult();

    /// <inheritdoc />
    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Form is { } known ? Task.FromResult(known)
        : _reading ??= IsMultipart && request.ContentLength != 0 ? ReadPartsAsync(cancellationToken) : ReadFieldsAsync(cancellationToken);

    // A form without files is read into memory, within limits.
    private async Task<IFormCollection> ReadFieldsAsync(CancellationToken cancellation) =>
        Form = await new FormFeature(request, options).ReadFormAsync(cancellation);

    private async Task<IFormCollection> ReadPartsAsync(CancellationToken cancellation)
    {
        var (fields, files) = (new KeyValueAccumulator(), new FormFileCollection());
        var reader = new MultipartReader(Boundary(), request.Body)
        {
            HeadersCountLimit = options.MultipartHeadersCountLimit,
            HeadersLengthLimit = options.MultipartHeadersLengthLimit,
        };
        for (var count = 1; await reader.ReadNextSectionAsync(cancellation) is { } section; count++)
        {
            if (count > options.ValueCountLimit)
                throw TooLarge("This form has too many fields.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                throw new InvalidDataException("A part of this form doesn't say what it is.");
            if (disposition.IsFileDisposition())
                files.Add(await FileAsync(section, disposition, cancellation));
            else if (disposition.IsFormDisposition())
                fields.Append(Name(disposition), await ValueAsync(section, cancellation));
        }

        return Form = new FormCollection(fields.HasValues ? fields.GetResults() : null, files);
    }

    private async Task<FormFile> FileAsync(MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken cancellation)
    {
        var content = await HoldAsync(section.Body, cancellation);
        request.HttpContext.Response.RegisterForDispose(content);
        _left -= content.Length;
        var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName);
        return new FormFile(content, 0, content.Length, Name(disposition), fileName.ToString()) { Headers = new HeaderDictionary(section.Headers ?? []) };
    }

    private async Task<Stream> HoldAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            return await spool.HoldAsync(body, _left, cancellation);
        }
        catch (DocumentTooLargeException tooLarge)
        {
            throw TooLarge("This form is too large.", tooLarge);
        }
    }

    private async Task<string> ValueAsync(MultipartSection section, CancellationToken cancellation)
    {
        using var value = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await section.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (value.Length + read > options.ValueLengthLimit)
                throw TooLarge("A field of this form is too long.");
            value.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(value.GetBuffer(), 0, (int)value.Length);
    }

    private string Name(ContentDispositionHeaderValue disposition)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        return name.Length <= options.KeyLengthLimit ? name : throw TooLarge("A field of this form has a name that is too long.");
    }

    private string Boundary()
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary);
        return boundary.Length > 0 && boundary.Length <= options.MultipartBoundaryLengthLimit
            ? boundary.ToString()
            : throw new InvalidDataException("This form doesn't say where its parts begin.");
    }

    private static BadHttpRequestException TooLarge(string message, Exception? cause = null) =>
        new(message, StatusCodes.Status413PayloadTooLarge, cause!);
}
