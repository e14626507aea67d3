using System.Linq.Expressions;
using System.Reflection;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>The table within a record: its columns, and its rows.</summary>
public sealed class RegisterDetails(string name, PropertyInfo rows, IReadOnlyList<RegisterColumn> columns, IReadOnlyList<RegisterColumn> keys)
{
    /// <param name="required">Texts that every row must have.</param>
    /// <param name="key">What tells the rows of a record apart when they come back in a workbook; null: the required texts.</param>
    public static RegisterDetails Of<T, TRow>(string name, Expression<Func<T, List<TRow>>> rows, Expression<Func<TRow, object>> required, Expression<Func<TRow, object>>? key = null) where TRow : RegisterDetail
    {
        var (must, apart) = (Members.Named(required), Members.Named(key ?? required));
        List<RegisterColumn> columns = [.. Members.Described(typeof(TRow)).Select(p => new RegisterColumn(p)).Select(c => must.Contains(c.Name) ? c.Required() : c)];
        return new(name, (PropertyInfo)((MemberExpression)rows.Body).Member, columns, [.. columns.Where(c => apart.Contains(c.Name))]);
    }

    public string Name => name;
    public IReadOnlyList<RegisterColumn> Columns => columns;
    public IReadOnlyList<RegisterColumn> Keys => keys;
    public Type RowType => rows.PropertyType.GenericTypeArguments[0];
    public string Property => rows.Name;

    public IReadOnlyList<RegisterDetail> Rows(RegisterRecord record) => [.. ((System.Collections.IEnumerable)rows.GetValue(record)!).Cast<RegisterDetail>()];

    public RegisterDetail New(RegisterRecord record)
    {
        var row = (RegisterDetail)Activator.CreateInstance(RowType)!;
        row.OrganizationId = record.OrganizationId;
        return row;
    }

    public void Add(RegisterRecord record, RegisterDetail row) => ((System.Collections.IList)rows.GetValue(record)!).Add(row);

    public void Remove(RegisterRecord record, RegisterDetail row) => ((System.Collections.IList)rows.GetValue(record)!).Remove(row);
}
