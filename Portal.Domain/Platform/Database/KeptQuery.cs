using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// A compiled query for a busy page. It skips EF's comparison of expression trees, which costs more than running a small
/// query. There's one compilation per model, because EF binds a compiled query to a model and there are two.
/// </summary>
public sealed class KeptQuery<TArgument, TRow>(Expression<Func<PortalDb, TArgument, IQueryable<TRow>>> query)
{
    private readonly ConditionalWeakTable<IModel, Func<PortalDb, TArgument, IAsyncEnumerable<TRow>>> _translated = [];

    /// <summary>The query with each row projected to another shape.</summary>
    public KeptQuery<TArgument, TShape> As<TShape>(Expression<Func<TRow, TShape>> shape) =>
        new(Expression.Lambda<Func<PortalDb, TArgument, IQueryable<TShape>>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(TRow), typeof(TShape)], query.Body, Expression.Quote(shape)),
            query.Parameters));

    /// <summary>Runs the query.</summary>
    public async Task<List<TRow>> ListAsync(PortalDb db, TArgument argument, CancellationToken cancellation)
    {
        var rows = new List<TRow>();
        await foreach (var row in _translated.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument).WithCancellation(cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>Runs the query and returns the first row, or null.</summary>
    public async Task<TRow?> FirstAsync(PortalDb db, TArgument argument, CancellationToken cancellation)
    {
        await foreach (var row in _translated.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument).WithCancellation(cancellation))
            return row;
        return default;
    }
}
