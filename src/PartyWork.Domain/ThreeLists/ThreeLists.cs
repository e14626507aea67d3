using PartyWork.Domain.Filings;

namespace PartyWork.Domain.ThreeLists;

/// <summary>三张清单 of one organisation and year, loaded together because the link checks must see them all.</summary>
public sealed class ThreeLists(int year, IReadOnlyList<Problem> problems, IReadOnlyList<WorkTask> tasks, IReadOnlyList<DutyItem> duties)
{
    public IReadOnlyList<Problem> Problems => problems;
    public IReadOnlyList<WorkTask> Tasks => tasks;
    public IReadOnlyList<DutyItem> Duties => duties;

    /// <summary>The five link checks. Any finding blocks filing.</summary>
    /// <param name="required">Posts that must carry a duty (the scheme's post set).</param>
    /// <param name="clauses">条款号 of the organisation's agreement once it is effective; none before.</param>
    public IReadOnlyList<Finding> Check(DutyPosts required, IReadOnlyCollection<int> clauses) =>
    [
        .. problems.Where(p => p.Tasks.Count == 0 && !p.IsAnsweredWithoutTask)
            .Select(p => new Finding(1, "问题清单", p.No, $"问题{p.No}没有对应任务，请在“对应任务”中至少选一项任务。")),
        .. tasks.Where(t => !t.Lead.IsResolved)
            .Select(t => new Finding(2, "任务清单", t.No, t.Lead.Text.Length == 0
                ? $"任务{t.No}没有牵头责任人，请指定一名在任人员。"
                : $"任务{t.No}的牵头责任人“{t.Lead.Text}”在本组织及下级没有任职，请改选在任人员，或先登记其任职。")),
        .. Enum.GetValues<DutyPosts>().Where(p => p is not DutyPosts.None && required.HasFlag(p) && duties.All(d => d.Post != p))
            .Select(p => new Finding(3, "责任清单", 0, $"“{p.Text()}”岗位没有责任事项，请在责任清单中至少填写一条。")),
        .. clauses.Where(c => !tasks.Any(t => t.ClauseNos.Contains(c)))
            .Select(c => new Finding(4, "任务清单", 0, $"责任书第{c}条没有对应任务，请在任务“来源”中注明“责任书第{c}条”。")),
        .. tasks.Where(t => !t.Nodes.Any)
            .Select(t => new Finding(5, "任务清单", t.No, $"任务{t.No}没有季度节点，请至少填写一个季度。")),
        .. tasks.Where(t => t.DueOn is null)
            .Select(t => new Finding(5, "任务清单", t.No, $"任务{t.No}没有完成时限，请填写{year}年内的日期。")),
        .. problems.Where(p => p.Deadline.Kind is DeadlineKind.LongTerm && p.Goal.Length == 0)
            .Select(p => new Finding(5, "问题清单", p.No, $"问题{p.No}为长期问题，请填写本年度整改目标。")),
    ];

    /// <summary>Puts every line into the filing, so that the reviewer can send lines back and the version keeps them.</summary>
    public void FreezeInto(Filing filing, DateTime now)
    {
        Rule.Require(tasks.Count > 0, "任务清单是空的，请先填写或导入。");
        List<(string Key, string Label)> lines =
        [
            .. problems.Select(p => ($"P{p.No}", $"问题{p.No} {p.Statement}")),
            .. tasks.Select(t => ($"T{t.No}", $"任务{t.No} {t.Content}")),
            .. duties.Select(d => ($"D{d.No}", $"责任{d.No} {d.PostTitle}：{d.Content}")),
        ];
        filing.KeepOnly([.. lines.Select(l => l.Key)], now);
        foreach (var (key, label) in lines)
        {
            if (filing.Stage is not FilingStage.Returned || filing.Rows.Any(r => r.Key == key && r.ReturnReason is not null))
            {
                filing.Edit(key, label, now).Fill(Answer.Value, null, null);
            }
        }
    }

    /// <summary>备案: the superior accepted the lists; tasks and rectification begin.</summary>
    public void File()
    {
        foreach (var problem in problems)
        {
            problem.File();
        }

        foreach (var task in tasks)
        {
            task.File();
        }

        foreach (var duty in duties)
        {
            duty.File();
        }
    }
}

/// <param name="Check">1 to 5: which of the five link checks.</param>
/// <param name="List">Which list the line is in.</param>
/// <param name="No">序号 of the line; 0 when the finding is about the list.</param>
public sealed record Finding(int Check, string List, int No, string Sentence);
