using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Simulation;

/// <summary>
/// Ends a simulated process at one of its commands to the database, before or right after it commits. Whatever it tries afterward fails too,
/// as a dead process does nothing more.
/// </summary>
internal sealed class Kills : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int _left;
    private bool _atCommit;

    /// <summary>How many processes were killed.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the process is dead.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Ends the process at a later command, or at the first commit from there on.</summary>
    public void Arm(int commands, bool atCommit) => (_left, _atCommit) = (commands, atCommit);

    /// <summary>A new process.</summary>
    public void Restart() => (_left, _atCommit, IsDead) = (0, false, false);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Strike();
        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        if (_atCommit && _left <= 1 && !IsDead)
            Die();
        return Task.CompletedTask;
    }

    private void Strike()
    {
        if (IsDead)
            throw new KilledException();
        if (_left > 1)
            _left--;
        else if (_left == 1 && !_atCommit)
            Die();
    }

    private void Die()
    {
        (IsDead, Count) = (true, Count + 1);
        throw new KilledException();
    }
}

/// <summary>The process is gone.</summary>
internal sealed class KilledException : Exception;
