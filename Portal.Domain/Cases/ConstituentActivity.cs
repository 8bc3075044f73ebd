namespace Portal.Domain.Cases;

internal static class ConstituentActivity
{
    /// <summary>
    /// The constituent wrote or sent something; nothing is saved yet. It counts as a change of the case even when an
    /// earlier word is still unanswered: whoever answers that one from an older page has to see this one first.
    /// </summary>
    public static void NoteConstituentActivity(this PortalDb db, Case @case, DateTime now)
    {
        @case.NoteConstituentActivity(now);
        db.CountAsChanged(@case);
    }
}
