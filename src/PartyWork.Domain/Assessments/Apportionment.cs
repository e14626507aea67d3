namespace PartyWork.Domain.Assessments;

/// <summary>最大余数法: hundredths shared out so that the shares add up exactly.</summary>
public static class Apportionment
{
    /// <summary>Each gets the whole hundredths of its proportional share; those left over go one each to the largest remainders, of equal ones to the first.</summary>
    /// <param name="weights">None negative, not all 0.</param>
    public static IReadOnlyList<int> Share(int hundredths, IReadOnlyList<int> weights)
    {
        var sum = Fraction.Of(weights.Sum(w => (long)w));
        var exact = weights.Select(w => (Fraction.OfHundredths(hundredths) * Fraction.Of(w) / sum).WholeHundredths()).ToList();
        var shares = exact.Select(e => e.Hundredths).ToArray();
        foreach (var index in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i].Remainder).ThenBy(i => i).Take(hundredths - shares.Sum()))
        {
            shares[index]++;
        }

        return shares;
    }
}
