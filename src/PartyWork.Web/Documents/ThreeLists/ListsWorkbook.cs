namespace PartyWork.Web.Documents.ThreeLists;

/// <summary>The committee's workbook of the three lists: problems, tasks and duties, a sheet each, in the form the offices use.</summary>
public static partial class ListsWorkbook
{
    private const string ProblemSheet = "问题清单", TaskSheet = "任务清单", DutySheet = "责任清单",
        TaskWord = "任务", NodeGroup = "季度节点", Qualitative = "定性";

    private static readonly SheetColumn[] ProblemColumns =
        [new("序号"), new("问题来源"), new("问题表述"), new("性质"), new("成因"), new("整改目标"), new("整改时限"), new("责任领导"), new("责任人"), new("对应任务")];

    private static readonly SheetColumn[] TaskColumns =
    [
        new("序号"), new("类别"), new("任务内容"), new("目标值"), new("单位"),
        new("一季度", NodeGroup), new("二季度", NodeGroup), new("三季度", NodeGroup), new("四季度", NodeGroup),
        new("完成时限"), new("牵头责任人"), new("配合单位"), new("来源"),
    ];

    private static readonly SheetColumn[] DutyColumns =
        [new("岗位"), new("姓名"), new("责任性质"), new("责任内容"), new("对应任务"), new("频次"), new("时限")];
}
