using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// A SQLite connection that stays open as long as its context and keeps its prepared statements, as Npgsql does by default.
/// Opening a connection and preparing a statement again cost more than a small query (docs/adr/0020). EF's own SQL functions
/// (decimals, regular expressions) aren't registered on it; SQLite raises an error when a query needs one.
/// </summary>
public sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    // A query with a list of values has a different text for each length. Those must not grow memory.
    private const int MaxStatements = 64;
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
        if (_idle.Count >= MaxStatements)
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
        // Holds the command's text, parameters, and settings; it's never run.
        private readonly SqliteCommand _definition = new();
        private SqliteCommand? _borrowed;
        private SqliteDataReader? _read;

        [AllowNull]
        public override string CommandText
        {
            get => _definition.CommandText;
            set => _definition.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => _definition.CommandTimeout;
            set => _definition.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => _definition.CommandType;
            set => _definition.CommandType = value;
        }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        public override bool DesignTimeVisible { get; set; }

        protected override DbConnection? DbConnection
        {
            get => connection;
            set => throw new NotSupportedException("The command's connection can't be changed.");
        }

        protected override DbParameterCollection DbParameterCollection => _definition.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() => _borrowed?.Cancel();

        public override void Prepare() => Borrow().Prepare();

        public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

        public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

        protected override DbParameter CreateDbParameter() => new SqliteParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => _read = Run(command => command.ExecuteReader(behavior));

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                // Disposing the reader resets the statement so that it can be run again.
                _read?.Dispose();
                if (_borrowed is { } borrowed)
                    connection.GiveBack(borrowed);
                _borrowed = null;
                _definition.Dispose();
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
                // A statement that failed isn't reused.
                _borrowed = null;
                command.Dispose();
                throw;
            }
        }

        private SqliteCommand Borrow()
        {
            if (_borrowed is { } other && other.CommandText != CommandText)
            {
                connection.GiveBack(other);
                _borrowed = null;
            }

            var command = _borrowed ??= connection.Take(CommandText);
            command.CommandTimeout = CommandTimeout;
            command.Transaction = (SqliteTransaction?)DbTransaction;
            command.Parameters.Clear();
            foreach (SqliteParameter parameter in _definition.Parameters)
                command.Parameters.Add(parameter);
            return command;
        }
    }
}
