using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class TaskBatchTests
{
    [Fact]
    public void Every_task_that_refuses_is_named()
    {
        var sentence = Refusal(() => TaskBatch.Do([DraftTask(no: 1), RunningTask(no: 2), RunningTask(no: 5)], t => t.Write(t.Text with { DueOn = Day(11, 30) })));

        Assert.Contains("3项任务都没有改动", sentence, StringComparison.Ordinal);
        Assert.Contains("任务2：清单已备案", sentence, StringComparison.Ordinal);
        Assert.Contains("任务5：清单已备案", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("任务1", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_names_its_task_is_not_given_the_name_twice() =>
        AssertRefused("请先处理：任务1：完成时限应在2026年内。", () => TaskBatch.Do([DraftTask()], t => t.Write(t.Text with { DueOn = Day(1, 5, 2027) })));

    [Fact]
    public void Nothing_ticked_is_told() => AssertRefused("请先勾选任务", () => TaskBatch.Do([], _ => { }));
}
