using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>What the pages of one answer share: the filing, what it answers, and who may do what.</summary>
public abstract class AnswerPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FilingPage(db, user, clock)
{
    public DataRequest Asked { get; private set; } = null!;
    public DataAnswer Answer { get; private set; } = null!;
    public OrgTree Tree => Current.Tree;
    public bool Fills => May(Act.AnswerRequests);
    public bool Confirms => May(Act.ConfirmAnswers);
    public bool Reviews => May(Act.ReviewAnswers);
    public bool MovesDeadline => May(Act.MoveDeadline);

    protected override FilingKind Kind => FilingKind.DataRequest;
    protected override Act Reads => Act.ReadRequests;

    protected override async Task ReadAsync()
    {
        Asked = await Db.DataRequests.SingleAsync(r => r.WindowId == Filing.WindowId);
        Answer = new DataAnswer(Filing, Asked);
    }
}
