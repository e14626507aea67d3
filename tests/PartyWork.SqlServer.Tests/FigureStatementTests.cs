using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.SqlServer.Tests;

/// <summary>Every figure of the dictionary as SQL Server is asked for it, whether a page of the demo asks or not.</summary>
public sealed class FigureStatementTests
{
    [Fact]
    public async Task Every_figure_can_be_asked_of_sql_server()
    {
        var statements = new Statements();
        await using var db = Offline.Db(statements, OrgScope.All);

        await FigureEvaluation.ComputeAsync(db, new OrgTree(1, []), FigureDictionary.All, [1], [Period.To(new(2026, 12, 18)), Period.To(new(2025, 12, 31))]);

        Assert.True(statements.Sent >= 6, $"{statements.Sent} statements");
        Assert.Empty(statements.Complaints());
    }
}
