using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>docs/permissions.md says what <see cref="May.Table"/> does. After a change, write it anew with PARTYWORK_WRITE_DOCS=1.</summary>
public sealed class PermissionDocumentTests
{
    private const string Head = """
        # 权限表

        谁能办什么，由**当前职务**（岗位）和它相对于有关党组织的**站位**决定，与账号无关。一人多职的，以页面上方选定的职务为准。不在表中的，一律不能办。

        本表由 `src/PartyWork.Web/Security/May.cs` 生成，测试保证两者一致；改了权限，运行 `PARTYWORK_WRITE_DOCS=1 dotnet test --project tests/PartyWork.Web.Tests` 重新生成。

        站位：**不限**，不看党组织；**本级**，党组织就是本职务所在的党组织；**直接上级**，本职务在它的上一级；**上级**，本职务在它之上的任何一级；**本级或上级**，两者皆可；**归口管理的领域**，党组织属于本职务所在部门归口的领域；**考核组抽到的单位**，本人所在考核组抽到的党组织，到考核权限截止日为止。

        书记委托副书记期间，受委托的副书记可以确认并报送本级的三张清单、季度报告、征集的数和考核自评，办理记录注明“受书记委托”；其他权限不变。

        能看到哪些党组织的内容，还要受查看范围限制：区委组织部、部领导、督查看全区；系统、安全、审计三类管理员不看任何党组织的业务内容；考核组成员在考核期间只看本组抽到的党组织；其余职务看本级及下级，并入本级及下级的党组织的材料也可查阅；归口部门另看归口领域的党组织。范围之外的，当作不存在。
        """;

    [Fact]
    public void The_document_says_what_the_table_does()
    {
        var file = Repository.PathOf("docs/permissions.md");
        if (Environment.GetEnvironmentVariable("PARTYWORK_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, Render());
        }

        Assert.Equal(Render(), File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_act_can_be_done_by_somebody()
    {
        Assert.All(Enum.GetValues<Act>(), act => Assert.Contains(May.Table[act], grant => grant.Posts.Length > 0));
    }

    private static string Render()
    {
        var lines = May.Table.OrderBy(line => line.Key)
            .SelectMany(line => line.Value.Select(grant => $"| {line.Key.Text()} | {grant.Standing.Text()} | {Posts(grant)} |"));
        var posts = Enum.GetValues<PostKind>()
            .Select(post => $"| {post.Text()} | {string.Join("；", May.Table.Where(l => l.Value.Any(g => g.Posts.Contains(post))).OrderBy(l => l.Key).Select(l => l.Key.Text()))} |");
        return string.Join('\n',
        [
            Head.ReplaceLineEndings("\n"), "", "| 事项 | 站位 | 职务 |", "| --- | --- | --- |", .. lines,
            "", "## 各职务能办的事", "", "| 职务 | 事项 |", "| --- | --- |", .. posts, "",
        ]);
    }

    private static string Posts(Grant grant) =>
        Enum.GetValues<PostKind>().All(grant.Posts.Contains) ? "所有职务" : string.Join("、", grant.Posts.Order().Select(p => p.Text()));
}
