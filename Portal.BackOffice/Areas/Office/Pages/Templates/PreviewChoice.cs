using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>For whom and which agency a template is previewed. May stand in an address; holds nothing personal.</summary>
public sealed class PreviewChoice
{
    /// <summary>The number of a published version; empty for the draft.</summary>
    public int? Of { get; set; }

    /// <summary>The agency's code; empty for the first that uses the template.</summary>
    public string? Agency { get; set; }

    /// <summary>The language the signer reads.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Who signs.</summary>
    public SignerCapacity Capacity { get; set; }

    /// <summary>The role in a petition.</summary>
    public PartyRole Role { get; set; }

    /// <summary>Signed outside the United States.</summary>
    public bool Abroad { get; set; }

    /// <summary>Signed by mark.</summary>
    public bool Mark { get; set; }

    /// <summary>Interpreted for the signer.</summary>
    public bool Interpreter { get; set; }

    /// <summary>With health records.</summary>
    public bool Medical { get; set; }

    /// <summary>With tax return information.</summary>
    public bool Tax { get; set; }

    /// <summary>With all specially protected records the agency has.</summary>
    public bool Sensitive { get; set; }

    /// <summary>With another person the office may talk with.</summary>
    public bool Other { get; set; }
}
