using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting.Uploads;

/// <summary>Has every posted form read by <see cref="SealedForm"/>.</summary>
internal static class SealedForms
{
    /// <summary>
    /// Must come after routing, which knows how many fields a page takes. No page may have <c>RequestFormLimits</c>: it would bring back
    /// the framework's own form (an architecture test watches over it).
    /// </summary>
    public static void UseSealedForms(this WebApplication app)
    {
        var (spool, usual) = (app.Services.GetRequiredService<UploadSpool>(), app.Services.GetRequiredService<IOptions<FormOptions>>().Value);
        app.Use((context, next) =>
        {
            var page = context.GetEndpoint()?.Metadata;
            var options = page?.GetMetadata<MostFieldsAttribute>() is { Count: var count } ? new FormOptions { ValueCountLimit = count } : usual;
            var most = page?.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? usual.MultipartBodyLengthLimit;
            context.Features.Set<IFormFeature>(new SealedForm(context.Request, spool, options, most));
            return next(context);
        });
    }
}
