using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;

namespace PartyWork.Web.Registers;

/// <summary>Puts one expression in the place of a parameter: what is composed stays a query.</summary>
internal sealed class Put(ParameterExpression place, Expression what) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == place ? what : node;
}

/// <summary>The members of a class that a description speaks of.</summary>
internal static class Members
{
    /// <summary>The properties that have a Chinese name, in the order in which they are declared.</summary>
    public static IEnumerable<PropertyInfo> Described(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.DeclaringType == type && p.IsDefined(typeof(DescriptionAttribute))).OrderBy(p => p.MetadataToken);

    /// <summary>The members that o => new { o.A, o.B }, or o => o.A, names.</summary>
    public static IReadOnlyList<string> Named(LambdaExpression? members) => members?.Body switch
    {
        null => [],
        NewExpression several => [.. several.Arguments.Select(a => ((MemberExpression)a).Member.Name)],
        UnaryExpression { Operand: MemberExpression one } => [one.Member.Name],
        MemberExpression one => [one.Member.Name],
        _ => throw new ArgumentException("Name members only.", nameof(members)),
    };
}
