namespace Portal.Domain.Cases;

internal static class ConstituentActivity
{
    /// <summary>
    /// Notes that the constituent wrote or sent something; the caller saves. Bumps the case's version even when an earlier
    /// message is still unanswered, so staff answering from an older page must see the new one first.
    /// </summary>
    public static void NoteConstituentActivity(this PortalDb db, Case @case, DateTime now)
    {
        @case.NoteConstituentActivity(now);
        db.CountAsChanged(@case);
    }
}
