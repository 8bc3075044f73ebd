using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Hosting;

/// <summary>Removes NUL characters from posted forms. Text columns can't store them, and no one types them.</summary>
public sealed class CleanFormValues(IFormCollection form, CultureInfo culture)
    : FormValueProvider(BindingSource.Form, form, culture)
{
    /// <inheritdoc />
    public override ValueProviderResult GetValue(string key)
    {
        var found = base.GetValue(key);
        return found.Values.Any(v => v?.Contains('\0') == true)
            ? new ValueProviderResult(found.Values.Select(v => v?.Replace("\0", "")).ToArray(), found.Culture)
            : found;
    }

    /// <summary>Replaces the framework's own factory.</summary>
    public sealed class Factory : IValueProviderFactory
    {
        /// <inheritdoc />
        public async Task CreateValueProviderAsync(ValueProviderFactoryContext context)
        {
            var request = context.ActionContext.HttpContext.Request;
            if (!request.HasFormContentType)
                return;
            try
            {
                context.ValueProviders.Add(new CleanFormValues(await request.ReadFormAsync(request.HttpContext.RequestAborted), CultureInfo.CurrentCulture));
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException)
            {
                // Same as the framework's factory. Otherwise, the page that reports the error would fail on the same
                // form.
                throw new ValueProviderException(fault.Message, fault);
            }
        }
    }
}
