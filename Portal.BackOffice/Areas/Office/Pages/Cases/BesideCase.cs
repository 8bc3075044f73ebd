using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Knowledge;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>What the case page shows beside the case itself.</summary>
/// <param name="Tags">Its tags.</param>
/// <param name="Same">What it was merged with.</param>
/// <param name="Procedures">How the office works on its topic.</param>
public sealed record BesideCase(TagList Tags, SameMatterQuery Same, ProcedureList Procedures);
