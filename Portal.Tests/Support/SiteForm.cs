using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Portal.Tests.Support;

/// <summary>A form as its page shows it: hidden and prefilled values are sent along, and only existing fields can be filled in.</summary>
public sealed class SiteForm
{
    private readonly SitePage _page;
    private readonly IHtmlFormElement _form;
    private readonly IHtmlButtonElement? _button;
    private readonly List<(string Name, string Value)> _values = [];
    private readonly List<(string Name, string FileName, byte[] Content)> _files = [];

    public SiteForm(SitePage page, IHtmlFormElement form, IHtmlButtonElement? button)
    {
        (_page, _form, _button) = (page, form, button);
        foreach (var control in form.Elements)
            foreach (var value in ValuesOf(control))
                _values.Add((control.GetAttribute("name")!, value));
        if (button?.GetAttribute("name") is { Length: > 0 } name)
            _values.Add((name, button.Value));
    }

    public string Target => (_button?.GetAttribute("formaction") is { Length: > 0 } own ? own : null) ?? (_form.GetAttribute("action") is { Length: > 0 } action ? action : _page.Path);

    /// <summary>Where the form is sent, as a path of the site.</summary>
    public string Address => new Uri(new Uri(_page.Browser.Address, _page.Path), Target).PathAndQuery;

    public IEnumerable<string> Values => _values.Select(v => v.Value);

    public string this[string name] => _values.First(v => v.Name == name).Value;

    public bool Has(string name) => _form.Elements.Any(e => e.GetAttribute("name") == name);

    /// <summary>Fills in a field by name or label; several values check several boxes.</summary>
    public SiteForm Fill(string field, params string[] values)
    {
        var name = NameOf(field);
        _values.RemoveAll(v => v.Name == name);
        _values.AddRange(values.Select(v => (name, v)));
        return this;
    }

    /// <summary>What the button says.</summary>
    public string Button => _button?.TextContent.Trim() ?? "";

    /// <summary>Changes a hidden field, as only an attacker would.</summary>
    public SiteForm Forge(string name, string value)
    {
        _values.RemoveAll(v => v.Name == name);
        _values.Add((name, value));
        return this;
    }

    /// <summary>What <see cref="FillAll"/> entered or chose.</summary>
    public IReadOnlyList<(string Name, string Value)> Filled { get; private set; } = [];

    /// <summary>All values of a field.</summary>
    public IEnumerable<string> All(string name) => _values.Where(v => v.Name == name).Select(v => v.Value);

    /// <summary>Enters something in every text field and chooses the last of every list and group.</summary>
    public SiteForm FillAll()
    {
        var filled = new Dictionary<string, string>();
        foreach (var control in _form.Elements)
            if (control.GetAttribute("name") is { Length: > 0 } name)
                filled[name] = control switch
                {
                    IHtmlTextAreaElement => "Some ñ <b>text</b>\nin two lines",
                    IHtmlInputElement { Type: "text" or "email" or "tel" or "search" } => "Some ñ <b>text</b>",
                    IHtmlInputElement { Type: "radio" or "checkbox" } tick => tick.Value,
                    IHtmlSelectElement { Options.Length: > 0 } select => select.Options[select.Options.Length - 1].Value,
                    _ => filled.GetValueOrDefault(name, ""),
                };
        Filled = [.. filled.Where(f => f.Value.Length > 0).Select(f => (f.Key, f.Value))];
        foreach (var (name, value) in Filled)
            Fill(name, value);
        return this;
    }

    /// <summary>Leaves every field that people fill in blank.</summary>
    public SiteForm Emptied()
    {
        foreach (var control in _form.Elements)
            if (control is IHtmlTextAreaElement or IHtmlSelectElement or IHtmlInputElement { Type: not ("hidden" or "submit") } && control.GetAttribute("name") is { } name)
                _values.RemoveAll(v => v.Name == name);
        return this;
    }

    /// <summary>Fills empty fields with plausible values, so that nothing is refused for a missing answer.</summary>
    public SiteForm FillBlanks()
    {
        foreach (var control in _form.Elements)
            if (control.GetAttribute("name") is { Length: > 0 } name && _values.All(v => v.Name != name || v.Value.Length == 0))
                if (control is IHtmlInputElement { Type: "file" })
                    Attach(name, "page.png", Domain.Paper.Inspection.Sample.Png());
                else if (Plausible(control) is { } value)
                    Fill(name, value);
        return this;
    }

    /// <summary>Types the same words into every text field, and attaches a file named by them wherever a file fits.</summary>
    public SiteForm FillText(string words)
    {
        foreach (var control in _form.Elements)
            if (control.GetAttribute("name") is { Length: > 0 } name && control.ClassName?.Contains("honeypot", StringComparison.Ordinal) != true)
                if (control is IHtmlInputElement { Type: "file" })
                {
                    _files.RemoveAll(f => f.Name == name);
                    Attach(name, words + ".png", Domain.Paper.Inspection.Sample.Png());
                }
                else if (control is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" } && control.GetAttribute("inputmode") != "numeric")
                    Fill(name, words);
        return this;
    }

    /// <summary>The same form as another person's browser would send it, with that browser's antiforgery token.</summary>
    public SiteForm WithToken(string token) => Forge("__RequestVerificationToken", token);

    /// <summary>The same, and as if it had been made for what that browser has open.</summary>
    public SiteForm MadeForOther(string token, string seal) => WithToken(token).Forge(Portal.BackOffice.Kit.FormTarget.Field, seal);

    public SiteForm Attach(string field, string fileName, byte[] content)
    {
        _files.Add((NameOf(field), fileName, content));
        return this;
    }

    /// <summary>Chooses no file.</summary>
    public SiteForm Detach(string field)
    {
        _files.RemoveAll(f => f.Name == NameOf(field));
        return this;
    }

    public HttpContent Content()
    {
        if (_form.Enctype != "multipart/form-data")
            return new FormUrlEncodedContent(_values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _values)
            content.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (name, fileName, bytes) in _files)
            content.Add(FactsFor(name, fileName, bytes));
        return content;
    }

    public Task<SitePage> SendAsync() => SendAsync(_page.Browser);

    /// <summary>Sends the form from another tab or browser.</summary>
    public Task<SitePage> SendAsync(SiteBrowser browser) => _form.Method == "get"
        ? browser.GetAsync(
            Target.Split('?')[0] + "?" + string.Join('&', _values.Select(v => $"{Uri.EscapeDataString(v.Name)}={Uri.EscapeDataString(v.Value)}")))
        : browser.PostAsync(Address, Content());

    // Browsers send the bytes of a file name unchanged in the header and escape only quotation marks.
    private static ByteArrayContent FactsFor(string name, string fileName, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var latin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(fileName.Replace("\"", "%22", StringComparison.Ordinal)));
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{latin}\"");
        return content;
    }

    private static string? Plausible(IElement control) => control switch
    {
        IHtmlInputElement { Type: "hidden" or "submit" or "button" } => null,
        IHtmlInputElement { Type: "email" } => "someone@example.org",
        IHtmlInputElement { Type: "date" } date => date.GetAttribute("max") ?? date.GetAttribute("min") ?? "2026-11-20",
        IHtmlInputElement { Type: "number" } number => number.GetAttribute("min") ?? "1",
        IHtmlInputElement { Type: "radio" or "checkbox" } tick => tick.Value,
        IHtmlInputElement part when part.GetAttribute("inputmode") == "numeric" =>
            part.GetAttribute("name")!.EndsWith("Year", StringComparison.Ordinal) ? "1980" : "7",
        IHtmlInputElement or IHtmlTextAreaElement => "Some text",
        IHtmlSelectElement select => select.Options is { Length: > 0 } options ? options[options.Length - 1].Value : null,
        _ => null,
    };

    private string NameOf(string field)
    {
        if (Has(field))
            return field;
        var label = _form.QuerySelectorAll("label").FirstOrDefault(l => l.TextContent.Trim().StartsWith(field, StringComparison.Ordinal));
        var control = label?.GetAttribute("for") is { } id ? _form.Owner!.GetElementById(id) : null;
        Assert.True(
            control is not null,
            $"{_page.Path} has no field {field}; it has {string.Join(", ", _form.Elements.Select(e => e.GetAttribute("name")).Distinct())}.");
        return control.GetAttribute("name")!;
    }

    private static IEnumerable<string> ValuesOf(IElement control) => control switch
    {
        { } c when c.GetAttribute("name") is not { Length: > 0 } => [],
        IHtmlInputElement { Type: "radio" or "checkbox" } tick => tick.IsChecked ? [tick.Value] : [],
        IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => o.Value),
        _ => [],
    };
}
