using Portal.Domain.Platform.Protection;

namespace Portal.BackOffice.Kit;

/// <summary>
/// What the forms of the page act on: the case, release, or draft that was open when the page was shown. Each form names
/// it, sealed, because the cookie may mean another one by the time the form is sent.
/// </summary>
public sealed class FormTarget(SecretCode secrets)
{
    /// <summary>Field that names it.</summary>
    public const string Field = "MadeFor";

    private const string Purpose = "form/target";

    private Func<string>? _subject;

    /// <summary>Whether there is such a case or request yet; otherwise what is typed belongs to no one and isn't kept.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The sealed name for the forms of this page; null if they act on nothing a cookie decides.</summary>
    public string? Seal => _subject is null ? null : SealOf(_subject());

    /// <summary>
    /// Says what the forms of this page act on. Asked again when the page is shown, because its handler may begin a draft.
    /// </summary>
    public void Is(Func<string> subject) => _subject = subject;

    /// <summary>Whether a posted form was made for a subject.</summary>
    public bool WasMadeFor(string? seal, string subject) => !string.IsNullOrEmpty(seal) && secrets.Matches(seal, Purpose, "", subject);

    /// <summary>The sealed name of a subject.</summary>
    public string SealOf(string subject) => secrets.Hash(Purpose, "", subject);
}
