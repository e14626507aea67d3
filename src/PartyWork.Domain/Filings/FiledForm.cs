namespace PartyWork.Domain.Filings;

/// <summary>报送表: what a kind of filing adds to handing it over: nothing may be missing, and what follows from it. The acts themselves are the filing's.</summary>
public abstract class FiledForm(Filing filing)
{
    public Filing Filing => filing;

    /// <summary>报书记 by the clerk, once nothing is missing.</summary>
    public void Prepare(Actor clerk, DateTime now)
    {
        Complete(now);
        filing.Prepare(clerk, now);
    }

    public void Confirm(Actor secretary, DateTime now)
    {
        Complete(now);
        Conclude();
        filing.Confirm(secretary, now);
        HandedOver(secretary, now);
    }

    public void SignOffline(Actor clerk, DateOnly signedOn, DateTime now)
    {
        Complete(now);
        Conclude();
        filing.SignOffline(clerk, signedOn, now);
        HandedOver(clerk, now);
    }

    /// <summary>Requires that nothing is missing, and takes down what nobody types.</summary>
    protected abstract void Complete(DateTime now);

    /// <summary>Answers the rows that nobody has to; after the clerk's 报书记 they may still move, so only when it goes up.</summary>
    protected virtual void Conclude() { }

    /// <summary>What follows once it is with the reviewer.</summary>
    protected virtual void HandedOver(Actor by, DateTime now) { }
}
