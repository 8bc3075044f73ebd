using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Text;

namespace Portal.Web.Hosting;

/// <summary>How both sites bind, validate, and protect forms.</summary>
public static class FormRules
{
    /// <summary>Whether cookies must be Secure: always, except in Development or with <c>Portal:AllowHttp</c>.</summary>
    public static bool NeedsHttps(this WebApplicationBuilder builder) =>
        !builder.Environment.IsDevelopment() && !builder.Configuration.GetValue("Portal:AllowHttp", false);

    /// <summary>Registers Razor Pages with translated messages and the antiforgery cookie.</summary>
    public static void AddForms(this IServiceCollection services, WebApplicationBuilder builder)
    {
        services.AddRazorPages().AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, _) => new MessageTexts());
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<MvcOptions>(options =>
        {
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Translate(options.ModelBindingMessageProvider);
            var forms = options.ValueProviderFactories.OfType<FormValueProviderFactory>().Single();
            options.ValueProviderFactories[options.ValueProviderFactories.IndexOf(forms)] = new CleanFormValues.Factory();
            options.Filters.AddService<HeldFormFiles>();
            options.Filters.AddService<LanguageSwitch>();
        });
        services.AddScoped<FormTarget>().AddScoped<PageForms>().AddScoped<HeldFormFiles>().AddSingleton<LanguageSwitch>();
        var isSecure = builder.NeedsHttps();
        services.AddAntiforgery(options =>
        {
            options.SuppressXFrameOptionsHeader = true; // our own header is stricter
            options.Cookie.Name = isSecure ? "__Host-form" : "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        // TempData carries the notice of what was just done; the framework would send it without Secure.
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = isSecure ? "__Host-notice" : "notice";
            options.Cookie.IsEssential = true;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void Translate(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => Text("Fill in this field."));
        messages.SetMissingBindRequiredValueAccessor(_ => Text("Fill in this field."));
        messages.SetMissingKeyOrValueAccessor(() => Text("Fill in this field."));
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Text("We can't use “{0}” here. Check it and try again.", value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Text("We can't use “{0}” here. Check it and try again.", value));
        messages.SetValueIsInvalidAccessor(value => Text("We can't use “{0}” here. Check it and try again.", value));
        messages.SetUnknownValueIsInvalidAccessor(_ => Text("We can't use this answer. Check it and try again."));
        messages.SetValueMustBeANumberAccessor(_ => Text("Enter a number."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Text("Enter a number."));
    }

    private static string Text(string english, params object?[] args) =>
        Texts.Get(CultureInfo.CurrentUICulture.Name, english, args);

    private sealed class MessageTexts : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, Text(name));

        public LocalizedString this[string name, params object[] arguments] => new(name, Text(name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
