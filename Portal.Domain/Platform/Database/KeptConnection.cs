using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// A SQLite connection that stays open as long as its context, and keeps its prepared statements, as Npgsql does by itself:
/// opening one, and preparing what was prepared before, cost more than a small query (docs/adr/0020). EF's own SQL functions
/// (decimals, regular expressions) are not on it; SQLite says so when a query needs one.
/// </summary>
public sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // A query with a list of values has another text for each length; those must not push memory up.
    private const int MostStatements = 64;
    private readonly Dictionary<string, SqliteCommand> _idle = [];

    /// <summary>Does nothing: a pooled context closes its connection after each request.</summary>
    public override void Close()
    {
    }

    /// <inheritdoc />
    protected override DbCommand CreateDbCommand() => new Command(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Forget();
            base.Close();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var kept))
            return kept;
        var command = base.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_idle.Count >= MostStatements)
            Forget();
        if (!_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    private void Forget()
    {
        foreach (var command in _idle.Values)
            command.Dispose();
        _idle.Clear();
    }

    /// <summary>A command that borrows a prepared one from its first run until it is disposed or runs another text.</summary>
    private sealed class Command(KeptConnection connection) : DbCommand
    {
        // Only holds what is said of the command; it is never run.
        private readonly SqliteCommand _said = new();
        private SqliteCommand? _lent;
        private SqliteDataReader? _read;

        [AllowNull]
        public override string CommandText
        {
            get => _said.CommandText;
            set => _said.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => _said.CommandTimeout;
            set => _said.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => _said.CommandType;
            set => _said.CommandType = value;
        }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        public override bool DesignTimeVisible { get; set; }

        protected override DbConnection? DbConnection
        {
            get => connection;
            set => throw new NotSupportedException("The command belongs to its connection.");
        }

        protected override DbParameterCollection DbParameterCollection => _said.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() => _lent?.Cancel();

        public override void Prepare() => Borrow().Prepare();

        public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

        public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

        protected override DbParameter CreateDbParameter() => new SqliteParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => _read = Run(command => command.ExecuteReader(behavior));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                // A statement goes back to the start before the next one may run it.
                _read?.Dispose();
                if (_lent is { } lent)
                    connection.GiveBack(lent);
                _lent = null;
                _said.Dispose();
            }

            base.Dispose(disposing);
        }

        private T Run<T>(Func<SqliteCommand, T> how)
        {
            var command = Borrow();
            try
            {
                return how(command);
            }
            catch
            {
                // What a failed statement leaves behind is not kept.
                _lent = null;
                command.Dispose();
                throw;
            }
        }

        private SqliteCommand Borrow()
        {
            if (_lent is { } other && other.CommandText != CommandText)
            {
                connection.GiveBack(other);
                _lent = null;
            }

            var command = _lent ??= connection.Take(CommandText);
            command.CommandTimeout = CommandTimeout;
            command.Transaction = (SqliteTransaction?)DbTransaction;
            command.Parameters.Clear();
            foreach (SqliteParameter parameter in _said.Parameters)
                command.Parameters.Add(parameter);
            return command;
        }
    }
}
