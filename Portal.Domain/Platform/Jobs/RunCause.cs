namespace Portal.Domain.Platform.Jobs;

/// <summary>Why a job runs.</summary>
public enum RunCause
{
    /// <summary>Its time has come. When it runs already there is nothing to do.</summary>
    Schedule,

    /// <summary>Rows it handles were saved. When it runs already it may have missed them, so this run waits its turn.</summary>
    Save,

    /// <summary>An administrator asked for it; waits its turn as well.</summary>
    Person,
}
