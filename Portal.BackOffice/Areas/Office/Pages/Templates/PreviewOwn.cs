using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>
/// What a user types about themselves for a preview; sample data fills the empty fields. It's posted, shown, and
/// discarded, and never part of a URL.
/// </summary>
public sealed class PreviewOwn
{
    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>Date of birth.</summary>
    public DateParts BornOn { get; set; } = new();

    /// <summary>Place of birth.</summary>
    public string? BirthPlace { get; set; }

    /// <summary>Address on one line.</summary>
    public string? Address { get; set; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Email address.</summary>
    public string? Email { get; set; }

    /// <summary>Which records.</summary>
    public string? Records { get; set; }

    /// <summary>What the person wants done.</summary>
    public string? Purpose { get; set; }
}
