using Portal.Domain.Cases;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>What the queue's page shows around its list.</summary>
/// <param name="Away">Whose cases can be handed over.</param>
/// <param name="Saved">The saved views.</param>
/// <param name="Tags">The tags.</param>
public sealed record QueueTools(HandOverPageQuery Away, SavedViews Saved, TagList Tags);
