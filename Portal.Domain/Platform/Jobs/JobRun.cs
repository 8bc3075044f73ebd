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

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>How many rows it dealt with.</summary>
    public int Rows { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Whether a person asked for it.</summary>
    public bool ByHand { get; init; }
}

/// <summary>How a job stands: its last run, and a wish to run it now.</summary>
public sealed class JobState
{
    /// <summary>The job's name.</summary>
    public required string Job { get; init; }

    /// <summary>When it last began, UTC.</summary>
    public DateTime? LastStartedAt { get; set; }

    /// <summary>When it last ended, UTC.</summary>
    public DateTime? LastEndedAt { get; set; }

    /// <summary>Rows of the last run.</summary>
    public int LastRows { get; set; }

    /// <summary>Why the last run failed; null when it did not.</summary>
    public string? LastError { get; set; }

    /// <summary>Not written any more: Hangfire knows (<see cref="EngineTimes"/>).</summary>
    public DateTime? NextRunAt { get; set; }

    /// <summary>When somebody asked for a run; cleared when it starts.</summary>
    public DateTime? RequestedAt { get; set; }

    /// <summary>Another process runs it until then, UTC.</summary>
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
