using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

internal static class Confirming
{
    /// <summary>Whoever signs a release for what staff wrote down confirms it, too. The caller saves.</summary>
    public static void ConfirmBySignature(this PortalDb db, Act act, Case @case)
    {
        if (@case.IsConfirmed)
            return;
        @case.Confirm(ConfirmedHow.Signature, act.At);
        db.Record(act, @case.Id, new RequestConfirmed(ConfirmedHow.Signature));
    }
}
