using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Who reads a page of the back office, in which language, and when.</summary>
public sealed class PageReader(StaffActor staff, StaffDirectory colleagues, Translator text, TimeProvider clock)
{
    /// <summary>The signed-in user.</summary>
    public Actor Actor => staff.Current;

    /// <summary>Text in their language.</summary>
    public Translator Text => text;

    /// <summary>The time, UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Names of staff, by id.</summary>
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken cancellation) => colleagues.NamesAsync(cancellation);
}
