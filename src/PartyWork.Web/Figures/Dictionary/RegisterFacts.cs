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
}
