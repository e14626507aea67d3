using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Agreements;

public sealed class ClauseTasksTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(false, TaskState.Cancelled)]
    [InlineData(true, TaskState.Done)]
    [InlineData(true, TaskState.Done, TaskState.Cancelled, TaskState.HandedOver, TaskState.Draft)]
    [InlineData(false, TaskState.Done, TaskState.DoneClaimed)]
    [InlineData(false, TaskState.Done, TaskState.InProgress)]
    [InlineData(false, TaskState.Done, TaskState.CarriedOver)]
    public void A_clause_is_done_when_all_that_still_answers_it_is_done(bool done, params TaskState[] tasks) => Assert.Equal(done, ClauseTasks.AreDone(tasks));
}
