using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>Who signs a preview, and for which agency. Can be part of a URL because it holds nothing personal.</summary>
public sealed class PreviewChoice
{
    /// <summary>Number of a published version; empty for the draft.</summary>
    public int? Of { get; set; }

    /// <summary>Agency code; empty for the first agency that uses the template.</summary>
    public string? Agency { get; set; }

    /// <summary>The signer's language.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Who signs.</summary>
    public SignerCapacity Capacity { get; set; }

    /// <summary>Role in a petition.</summary>
    public PartyRole Role { get; set; }

    /// <summary>Signed outside the United States.</summary>
    public bool Abroad { get; set; }

    /// <summary>Signed by mark.</summary>
    public bool Mark { get; set; }

    /// <summary>Read to the signer by an interpreter.</summary>
    public bool Interpreter { get; set; }

    /// <summary>Includes health records.</summary>
    public bool Medical { get; set; }

    /// <summary>Includes tax return information.</summary>
    public bool Tax { get; set; }

    /// <summary>Includes every type of specially protected records the agency has.</summary>
    public bool Sensitive { get; set; }

    /// <summary>Names another person the office may talk with.</summary>
    public bool Other { get; set; }
}
