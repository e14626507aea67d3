using PartyWork.Domain.Rectification;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>A community that was listed on 10 March and is being put right in June.</summary>
internal static class GivenRecords
{
    public static readonly DateOnly Listed = Given.Day(3, 10), Today = Given.Day(6, 18);
    public static readonly Actor Helper = new(9, "周启明", "文明社区第一书记");

    public static RectificationCase Running(int id = 3) => ((RectificationCase)Activator.CreateInstance(typeof(RectificationCase), nonPublic: true)!)
        .WithId(id).With(Given.OrganizationId, nameof(RectificationCase.OrganizationId)).With(Listed, nameof(RectificationCase.ListedOn));

    public static RectificationCase Ended(this RectificationCase running) => running.With(Given.Day(6, 1), nameof(RectificationCase.EndedOn));

    public static CaseVisit Visit(RectificationCase of, string building = "3栋", string household = "2-301", int households = 1, int day = 1) =>
        new(of, new(Given.Day(6, day), "周启明", building, household, households, 1), Helper, Today);

    public static ResidentOpinion Opinion(RectificationCase of, int no = 1) =>
        new ResidentOpinion(of, no, new(Given.Day(6, 1), OpinionSource.Hotline, OpinionCategory.Facilities, "老楼没有电梯，上下不便。"), Helper, Today).WithId(no);

    public static OpinionFeedback Told(int day = 10) => new("3栋李阿姨", FeedbackWay.Door, Given.Day(6, day));

    public static RectificationFund Fund(RectificationCase of, long fen = 500_000, DateOnly? arrived = null, bool promised = false) =>
        new(of, new(FundSource.SupportUnit, "区住建局", fen, "加装电梯", promised ? null : arrived ?? Given.Day(6, 1)), Helper, Today);

    private static RectificationCase With(this RectificationCase of, object value, string property)
    {
        typeof(RectificationCase).GetProperty(property)!.GetSetMethod(nonPublic: true)!.Invoke(of, [value]);
        return of;
    }
}
