using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Portal.Domain.Platform.Database;
using SQLitePCL;

namespace Portal.Tests.Domain.Platform.Database;

public sealed class KeptConnectionTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"kept-{Guid.CreateVersion7():N}.db");
    private readonly KeptConnection _connection;

    public KeptConnectionTests()
    {
        _connection = new($"Data Source={_file};Pooling=False");
        _connection.Open();
        _connection.Handle!.enable_sqlite3_next_stmt(true);
        Do("CREATE TABLE Word (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL UNIQUE)");
        Do("INSERT INTO Word VALUES (1, 'one'); INSERT INTO Word VALUES (2, 'two')");
    }

    public void Dispose()
    {
        _connection.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public void Closing_keeps_the_connection_and_disposing_closes_it()
    {
        _connection.Close();
        Assert.Equal(ConnectionState.Open, _connection.State);
        _connection.Dispose();
        Assert.Equal(ConnectionState.Closed, _connection.State);
    }

    [Fact]
    public void A_reused_statement_takes_the_new_values()
    {
        Assert.Equal("one", Ask(1));
        Assert.Equal("two", Ask(2));
        Assert.Null(Ask(3));
        Assert.Equal("one", Ask(1));
    }

    [Fact]
    public void The_same_text_can_be_read_twice_at_once()
    {
        using var outer = Command("SELECT Text FROM Word ORDER BY Id");
        using var inner = Command("SELECT Text FROM Word ORDER BY Id");
        using var first = outer.ExecuteReader();
        Assert.True(first.Read());
        using (var second = inner.ExecuteReader())
            Assert.True(second.Read() && second.Read() && second.GetString(0) == "two");
        Assert.True(first.Read());
        Assert.Equal("two", first.GetString(0));
    }

    [Fact]
    public void An_abandoned_reader_blocks_nothing()
    {
        using (var command = Command("SELECT Text FROM Word"))
        using (var reader = command.ExecuteReader())
            Assert.True(reader.Read());
        using var other = new SqliteConnection($"Data Source={_file};Pooling=False;Default Timeout=1");
        other.Open();
        using var write = other.CreateCommand();
        write.CommandText = "DROP TABLE Word";
        write.ExecuteNonQuery();
        Assert.Throws<SqliteException>(() => Ask(1));
    }

    [Fact]
    public void A_failed_statement_works_the_next_time()
    {
        Assert.Throws<SqliteException>(() => Add(3, "one"));
        Add(3, "three");
        Assert.Equal("three", Ask(3));
    }

    [Fact]
    public void A_cached_statement_follows_a_changed_table()
    {
        Assert.Equal(2, Columns());
        Do("ALTER TABLE Word ADD COLUMN Language TEXT");
        Assert.Equal(3, Columns());

        int Columns()
        {
            using var command = Command("SELECT * FROM Word");
            using var reader = command.ExecuteReader();
            reader.Read();
            return reader.FieldCount;
        }
    }

    [Fact]
    public void A_cached_statement_forgets_rolled_back_changes()
    {
        using (var transaction = _connection.BeginTransaction())
        {
            using var command = Command("INSERT INTO Word VALUES (@id, @text)");
            command.Transaction = transaction;
            Value(command, "@id", 4);
            Value(command, "@text", "four");
            command.ExecuteNonQuery();
            transaction.Rollback();
        }

        Assert.Null(Ask(4));
        Add(4, "four");
        Assert.Equal("four", Ask(4));
    }

    [Fact]
    public void Hundreds_of_different_statements_work()
    {
        for (var i = 0; i < 300; i++)
            Assert.Equal((long)i, Scalar($"SELECT {i}"));
        Assert.Equal("one", Ask(1));
    }

    [Fact]
    public void A_prepared_statement_is_cached_once()
    {
        Ask(1);
        Ask(2);
        Assert.Equal(1, CachedCount("SELECT Text FROM Word WHERE Id = @id"));
        for (var i = 0; i < 300; i++)
            Scalar($"SELECT {i}");
        Assert.Equal(0, CachedCount("SELECT Text FROM Word WHERE Id = @id"));
    }

    private string? Ask(int id)
    {
        using var command = Command("SELECT Text FROM Word WHERE Id = @id");
        Value(command, "@id", id);
        return (string?)command.ExecuteScalar();
    }

    private void Add(int id, string text)
    {
        using var command = Command("INSERT INTO Word (Id, Text) VALUES (@id, @text)");
        Value(command, "@id", id);
        Value(command, "@text", text);
        command.ExecuteNonQuery();
    }

    // The number of prepared statements SQLite keeps for the connection with this text.
    private int CachedCount(string sql)
    {
        var count = 0;
        for (var statement = raw.sqlite3_next_stmt(_connection.Handle, null);
            statement is { IsInvalid: false };
            statement = raw.sqlite3_next_stmt(_connection.Handle, statement))
            count += raw.sqlite3_sql(statement).utf8_to_string() == sql ? 1 : 0;
        return count;
    }

    private void Do(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar();
    }

    // Created the way EF does it: through the base type, whose method the connection overrides.
    private DbCommand Command(string sql)
    {
        var command = ((DbConnection)_connection).CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Value(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
