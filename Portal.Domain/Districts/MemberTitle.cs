namespace Portal.Domain.Districts;

/// <summary>How a Member is addressed. The English title is also the key of its translation.</summary>
public static class MemberTitle
{
    /// <summary>"Senator", "Representative", "Delegate", or "Resident Commissioner" for Puerto Rico.</summary>
    public static string For(Chamber chamber, string state) => (chamber, state) switch
    {
        (Chamber.Senate, _) => "Senator",
        (_, "PR") => "Resident Commissioner",
        _ when States.Get(state).HasSenators => "Representative",
        _ => "Delegate",
    };
}
