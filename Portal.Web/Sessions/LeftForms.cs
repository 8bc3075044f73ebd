using Portal.BackOffice.Kit;

namespace Portal.Web.Sessions;

/// <summary>
/// The forms this browser left without sending them, newest first: for each page, the ticket of what is held
/// (<see cref="LeavingPage"/>). The cookie ends with the browser.
/// </summary>
public sealed class LeftForms(IHttpContextAccessor accessor, CookieRules rules)
{
    private const int Most = 4;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private string Name => rules.Name("left");

    private CookieOptions Options => new() { HttpOnly = true, Secure = rules.Secure, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    /// <summary>Whether there are any.</summary>
    public bool Any => Context.Request.Cookies.ContainsKey(Name);

    /// <summary>The ticket of the form left on a page; null if there is none.</summary>
    public string? Find(string page) => Read().FirstOrDefault(e => e.Page == Escape(page)).Ticket;

    /// <summary>Remembers a form. It replaces what was left on the same page before.</summary>
    public void Keep(string page, string ticket) =>
        Write([(Escape(page), ticket), .. Read().Where(e => e.Page != Escape(page)).Take(Most - 1)]);

    /// <summary>Forgets the forms left on these pages.</summary>
    public void Forget(params string[] pages)
    {
        if (Read().Any(e => IsOf(e.Page)))
            Write([.. Read().Where(e => !IsOf(e.Page))]);

        bool IsOf(string page) => pages.Select(Escape).Contains(page);
    }

    /// <summary>Forgets all of them.</summary>
    public void ForgetAll() => Write([]);

    private IEnumerable<(string Page, string Ticket)> Read() =>
        from entry in (Context.Request.Cookies[Name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = entry.Split('*')
        where parts.Length == 2
        select (parts[0], parts[1]);

    // A query may hold what separates entries.
    private static string Escape(string page) => Uri.EscapeDataString(page);

    private void Write(IReadOnlyList<(string Page, string Ticket)> entries)
    {
        if (entries.Count > 0)
            Context.Response.Cookies.Append(Name, string.Join(' ', entries.Select(e => $"{e.Page}*{e.Ticket}")), Options);
        else if (Context.Request.Cookies.ContainsKey(Name))
            Context.Response.Cookies.Delete(Name, Options);
    }
}
