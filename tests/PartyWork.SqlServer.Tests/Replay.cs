using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using PartyWork.Web.Data;

namespace PartyWork.SqlServer.Tests;

/// <summary>Listens to the program while it runs on SQLite and lets SQL Server's provider make its own statements of the same queries and saves.</summary>
internal sealed class Replay(Statements statements) : IQueryExpressionInterceptor, ISaveChangesInterceptor
{
    private readonly ConcurrentQueue<Expression> _queries = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Change>> _saves = new();
    private readonly ConcurrentDictionary<string, string> _tooLong = new();

    public int Queries => _queries.Count;
    public int Saves => _saves.Count;

    /// <summary>Texts that reached the database and would not fit SQL Server's columns.</summary>
    public IEnumerable<string> TooLong => _tooLong.Values;

    Expression IQueryExpressionInterceptor.QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        _queries.Enqueue(queryExpression);
        return queryExpression;
    }

    InterceptionResult<int> ISaveChangesInterceptor.SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context!);
        return result;
    }

    ValueTask<InterceptionResult<int>> ISaveChangesInterceptor.SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        Note(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    /// <summary>Runs everything noted so far on the offline provider.</summary>
    /// <returns>What it could not translate.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var failures = new List<string>();
        foreach (var query in _queries)
        {
            foreach (var scope in (OrgScope[])[new OrgScope(false, [1, 2]), OrgScope.All])
            {
                await AttemptAsync(failures, query.ToString, scope, db => Execute(db, query));
            }
        }

        foreach (var (shape, changes) in _saves)
        {
            await AttemptAsync(failures, () => shape, OrgScope.All, db => SaveAsync(db, changes));
        }

        return failures;
    }

    /// <summary>The stub's rows may make what follows a statement fail; a statement that was never made is a failure.</summary>
    private async Task AttemptAsync(List<string> failures, Func<string> what, OrgScope scope, Func<SqlServerDb, Task> act)
    {
        var before = statements.Sent;
        await using var db = Offline.Db(statements, scope);
        try
        {
            await act(db);
        }
#pragma warning disable CA1031 // whatever the stub's row led to
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (statements.Sent == before)
            {
                failures.Add($"{(e is TargetInvocationException ? e.InnerException! : e).Message}\n{what()}");
            }
        }
    }

    private static Task Execute(SqlServerDb db, Expression query)
    {
        var moved = new Move(db).Visit(query);
        var queryable = moved.Type.GetInterfaces().Prepend(moved.Type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var run = queryable is null
            ? Method(nameof(One)).MakeGenericMethod(moved.Type)
            : Method(nameof(Many)).MakeGenericMethod(queryable.GetGenericArguments()[0]);
        return (Task)run.Invoke(null, [db, moved])!;

        static MethodInfo Method(string name) => typeof(Replay).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
    }

    private static Task<List<T>> Many<T>(SqlServerDb db, Expression query) => db.GetService<IAsyncQueryProvider>().CreateQuery<T>(query).ToListAsync();

    private static Task<T> One<T>(SqlServerDb db, Expression query) => db.GetService<IAsyncQueryProvider>().ExecuteAsync<Task<T>>(query);

    private void Note(DbContext db)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in entries.Where(e => e.State is not EntityState.Deleted))
        {
            foreach (var property in Properties(entry).Where(p => p.CurrentValue is string text && p.Metadata.GetMaxLength() is > 0 and var most && text.Length > most))
            {
                _tooLong.TryAdd($"{entry.Metadata.ShortName()}.{property.Metadata.Name}", $"{entry.Metadata.ShortName()}.{property.Metadata.Name}: {((string)property.CurrentValue!).Length} of {property.Metadata.GetMaxLength()}");
            }
        }

        var shape = string.Join("; ", entries.GroupBy(e => $"{e.State} {e.Metadata.Name}" + (e.State is EntityState.Modified ? ": " + string.Join(",", Properties(e).Where(p => p.IsModified).Select(p => p.Metadata.Name)) : ""))
            .Select(g => $"{Math.Min(g.Count(), 4)} × {g.Key}").Order());
        if (shape.Length > 0 && !_saves.ContainsKey(shape))
        {
            _saves.TryAdd(shape, [.. entries.Select(Change.Of)]);
        }
    }

    private static IEnumerable<PropertyEntry> Properties(EntityEntry entry) => entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties));

    private static async Task SaveAsync(SqlServerDb db, IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            change.Put(db);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Moves the query's roots to the other context; what were parameters become parameters again, with a value of their type.</summary>
    private sealed class Move(SqlServerDb db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            EntityQueryRootExpression root => Root(root),
            QueryParameterExpression parameter => Parameter(parameter.Type),
            _ => base.VisitExtension(node),
        };

        private EntityQueryRootExpression Root(EntityQueryRootExpression root)
        {
            var type = db.Model.FindEntityType(root.EntityType.Name)!;
            return root.GetType() == typeof(EntityQueryRootExpression) ? new EntityQueryRootExpression(db.GetService<IAsyncQueryProvider>(), type) : (EntityQueryRootExpression)root.UpdateEntityType(type);
        }

        private static MemberExpression Parameter(Type type) =>
            Expression.Field(Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), [Sample(type)])), "Value");

        private static object? Sample(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type == typeof(string))
            {
                return "1";
            }

            var list = type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
            if (list is null)
            {
                return type.IsValueType ? Activator.CreateInstance(type) : null;
            }

            var element = list.GetGenericArguments()[0];
            var array = Array.CreateInstance(element, 2);
            array.SetValue(Sample(element), 0);
            array.SetValue(Sample(element), 1);
            return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(element) : type, array);
        }
    }

    private sealed class Box<T>(T value)
    {
        public readonly T Value = value;
    }

    /// <summary>One row of a save, taken out of its context.</summary>
    private sealed record Change(string Type, EntityState State, object Now, object? Before, IReadOnlyDictionary<string, (object? Now, object? Before)> Shadow, IReadOnlySet<string> Temporary)
    {
        public static Change Of(EntityEntry entry) => new(
            entry.Metadata.Name,
            entry.State,
            entry.CurrentValues.ToObject(),
            entry.State is EntityState.Added ? null : entry.OriginalValues.ToObject(),
            entry.Properties.Where(p => p.Metadata.IsShadowProperty()).ToDictionary(p => p.Metadata.Name, p => (p.CurrentValue, p.OriginalValue)),
            entry.Properties.Where(p => p.IsTemporary).Select(p => p.Metadata.Name).ToHashSet());

        public void Put(SqlServerDb db)
        {
            var instance = Before ?? Now;
            var entry = instance is Dictionary<string, object> bag ? db.Set<Dictionary<string, object>>(Type).Entry(bag) : db.Entry(instance);
            entry.State = State is EntityState.Modified ? EntityState.Unchanged : State;
            if (State is EntityState.Modified)
            {
                foreach (var part in entry.ComplexProperties.Where(c => c.CurrentValue is null))
                {
                    part.CurrentValue = part.Metadata.PropertyInfo!.GetValue(Now); // what was not there yet has no values to be set one by one
                }

                entry.CurrentValues.SetValues(Now);
            }

            foreach (var (name, (now, before)) in Shadow)
            {
                (entry.Property(name).OriginalValue, entry.Property(name).CurrentValue) = (before, State is EntityState.Modified && name == PartyWorkDb.Version ? before : now);
            }

            foreach (var name in Temporary)
            {
                entry.Property(name).IsTemporary = true;
            }
        }
    }
}
