using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Agreements;

/// <summary>An agreement of 春晖街道 with the community below it, at every stage.</summary>
internal static class GivenAgreements
{
    public const int UpperId = 3;

    public static readonly Actor
        Lower = new(21, "许豪华", "文明社区党总支书记"),
        Upper = new(22, "叶超", "春晖街道党工委书记"),
        Registrar = new(23, "陈思远", "春晖街道党工委党务干事");

    public static Objective Goal(string content = "每季度专题研究党建工作") => new("主体责任", content, TaskMeasure.Count, 400, "次", Day(12, 20));

    public static AgreementTemplate Template(int clauses = 2)
    {
        var template = new AgreementTemplate(2026, OrganizationDomain.Community);
        template.Write("书记履行第一责任人职责。", "年终评定。");
        for (var no = 1; no <= clauses; no++)
        {
            template.Add(Goal($"第{no}项工作"), DutyPosts.Secretary, 1000).WithId(500 + no);
        }

        return template;
    }

    public static Agreement Issued() => new Agreement(Template(), OrganizationId, UpperId, Day(3, 31), Day(2, 27)).WithId(9);

    public static Agreement Ready()
    {
        var agreement = Issued();
        agreement.Prepare();
        return agreement;
    }

    public static Agreement SignedByLower()
    {
        var agreement = Ready();
        agreement.SignLower(Lower, Day(3, 16), true, "");
        return agreement;
    }

    public static Agreement Effective(DateOnly? on = null)
    {
        var agreement = SignedByLower();
        agreement.SignUpper(Upper, on ?? Day(3, 18), true, "");
        return agreement;
    }

    public static ClauseAmendment Amendment(Agreement agreement, string content = "每月专题研究党建工作") =>
        new(agreement, agreement.Clauses[0], Goal(content), "上级要求提高频次", Registrar, Day(6, 1));
}
