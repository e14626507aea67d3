using System.Linq.Expressions;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>The facts of registers. A record that was withdrawn was never true and counts at no cut-off.</summary>
internal static class RegisterFacts
{
    /// <summary>What happened from the first to the last day, by the day of the record.</summary>
    public static Func<PartyWorkDb, Period, IQueryable<Fact>> Happened<T>(Register register, Expression<Func<T, bool>>? which = null) where T : RegisterRecord
    {
        var key = register.Key;
        return (db, p) => Rows(db, which).Where(r => r.On >= p.From && r.On <= p.Cutoff).Select(r => new Fact { OrganizationId = r.OrganizationId, RecordKind = key, RecordId = r.Id, Amount = 1, On = r.On, EnteredOn = r.EnteredOn });
    }

    /// <summary>What holds on the cut-off: begun by then, not yet ended.</summary>
    public static Func<PartyWorkDb, Period, IQueryable<Fact>> Held<T>(Register register, Expression<Func<T, bool>>? which = null) where T : RegisterRecord
    {
        var key = register.Key;
        return (db, p) => HeldRows(db, p, which).Select(r => new Fact { OrganizationId = r.OrganizationId, RecordKind = key, RecordId = r.Id, Amount = 1, On = r.On, EnteredOn = r.EnteredOn });
    }

    public static IQueryable<T> Rows<T>(PartyWorkDb db, Expression<Func<T, bool>>? which = null) where T : RegisterRecord
    {
        var rows = db.Set<T>().Where(r => r.WithdrawnOn == null);
        return which is null ? rows : rows.Where(which);
    }

    public static IQueryable<T> HeldRows<T>(PartyWorkDb db, Period period, Expression<Func<T, bool>>? which = null) where T : RegisterRecord =>
        Rows(db, which).Where(r => r.On <= period.Cutoff && (r.EndedOn == null || r.EndedOn > period.Cutoff));

    /// <summary>Each record as a fact that amounts to so much.</summary>
    public static IQueryable<Fact> Amounting<T>(this IQueryable<T> rows, Register register, Expression<Func<T, long>> amount) where T : RegisterRecord
    {
        var key = register.Key;
        return rows.Select(With<T>((r, a) => new Fact { OrganizationId = r.OrganizationId, RecordKind = key, RecordId = r.Id, Amount = a, On = r.On, EnteredOn = r.EnteredOn }, amount));
    }

    /// <summary>Each line of a record's table as a fact of that record.</summary>
    public static IQueryable<Fact> Amounting<TRow>(this IQueryable<TRow> rows, Register register, Expression<Func<TRow, DateOnly>> day, Expression<Func<TRow, long>> amount) where TRow : RegisterDetail
    {
        var key = register.Key;
        Expression<Func<TRow, long, DateOnly, Fact>> make = (r, a, on) => new Fact { OrganizationId = r.OrganizationId, RecordKind = key, RecordId = r.RecordId, Amount = a, On = on, EnteredOn = null };
        var row = make.Parameters[0];
        var body = new Put(make.Parameters[1], In(amount, row)).Visit(new Put(make.Parameters[2], In(day, row)).Visit(make.Body));
        return rows.Select(Expression.Lambda<Func<TRow, Fact>>(body, row));
    }

    private static Expression<Func<T, Fact>> With<T>(Expression<Func<T, long, Fact>> make, Expression<Func<T, long>> amount) =>
        Expression.Lambda<Func<T, Fact>>(new Put(make.Parameters[1], In(amount, make.Parameters[0])).Visit(make.Body), make.Parameters[0]);

    /// <summary>A fact of a record with an amount and words that are worked out from it.</summary>
    public static Expression<Func<T, Fact>> With<T>(Expression<Func<T, long, string, Fact>> make, Expression<Func<T, long>> amount, Expression<Func<T, string>> words)
    {
        var record = make.Parameters[0];
        return Expression.Lambda<Func<T, Fact>>(new Put(make.Parameters[1], In(amount, record)).Visit(new Put(make.Parameters[2], In(words, record)).Visit(make.Body)), record);
    }

    private static Expression In(LambdaExpression of, ParameterExpression record) => new Put(of.Parameters[0], record).Visit(of.Body);
}
