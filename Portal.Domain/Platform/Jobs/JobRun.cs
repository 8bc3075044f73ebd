using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Platform.Jobs;

/// <summary>One run of a job that did something or failed.</summary>
public sealed class JobRun
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The job's name.</summary>
    public required string Job { get; init; }

    /// <summary>When it started, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>The number of rows handled.</summary>
    public int Rows { get; init; }

    /// <summary>Why it failed; null when it didn't.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a person asked for it.</summary>
    public bool ByHand { get; init; }
}

/// <summary>The state of a job: its last run, and a request to run it now.</summary>
public sealed class JobState
{
    /// <summary>The job's name.</summary>
    public required string Job { get; init; }

    /// <summary>When it last started, UTC.</summary>
    public DateTime? LastStartedAt { get; set; }

    /// <summary>When it last ended, UTC.</summary>
    public DateTime? LastEndedAt { get; set; }

    /// <summary>The number of rows the last run handled.</summary>
    public int LastRows { get; set; }

    /// <summary>Why the last run failed; null when it didn't.</summary>
    public string? LastError { get; set; }

    /// <summary>When an administrator requested a run, UTC; null when none is pending.</summary>
    public DateTime? RequestedAt { get; set; }

    /// <summary>When the lease of the process running it ends, UTC; null when no process holds one.</summary>
    public DateTime? LeasedUntil { get; set; }
}

internal sealed class JobMapping : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("JobRun");
        run.Property(r => r.Job).HasMaxLength(80);
        run.HasIndex(r => new { r.Job, r.Id });
        run.HasIndex(r => r.StartedAt);
    }

    public void Configure(EntityTypeBuilder<JobState> state)
    {
        state.ToTable("JobState").HasKey(s => s.Job);
        state.Property(s => s.Job).HasMaxLength(80);
    }
}
