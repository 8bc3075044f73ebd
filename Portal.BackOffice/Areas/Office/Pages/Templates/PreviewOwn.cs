using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>What whoever looks at a preview types of themselves; an empty field takes the sample's. Posted, shown and forgotten: it is in no address and is not kept.</summary>
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

    /// <summary>Telephone.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Which records.</summary>
    public string? Records { get; set; }

    /// <summary>What the person wants done.</summary>
    public string? Purpose { get; set; }
}
