namespace Portal.Domain.Platform.Jobs;

/// <summary>Why a job runs.</summary>
public enum RunCause
{
    /// <summary>Its scheduled time has come. If it's already running, there's nothing to do.</summary>
    Schedule,

    /// <summary>Rows it handles were saved. A run in progress may have missed them, so this one waits its turn.</summary>
    Save,

    /// <summary>An administrator requested it. It also waits its turn.</summary>
    Person,
}
