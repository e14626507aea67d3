using PartyWork.Domain.Registers;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>How often the organisational life was held, by its records. How often it should be is the frequency grid's business: a number of meetings says nothing of their worth, and scores nothing.</summary>
internal static class MeetingFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("meetings_held", "组织生活次数", "次", "起止日期内登记的组织生活记录，开一次计一次；一次兼有两种形式的只计一次，撤回的不计。") { Facts = Happened<MeetingRecord>(Registers.Registers.Meetings) },
        new("lectures_held", "党课次数", "讲", "组织生活记录中类型为党课，或同时也是党课的，一次计一讲；撤回的不计。")
        {
            Facts = Happened<MeetingRecord>(Registers.Registers.Meetings, m => m.Kind == MeetingKind.Lecture || m.AlsoKind == MeetingKind.Lecture),
        },
    ];
}
