using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Account;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>One slip as it is printed.</summary>
public sealed record Slip(string Code, QrCode Picture)
{
    /// <summary>ABCDE-FGHJK, as it is read out.</summary>
    public string Told => $"{Code[..5]}-{Code[5..]}";
}

/// <summary>The slips of one survey, in the one answer that shows them.</summary>
public sealed record PrintedSlips(Survey Survey, OrgNode Organization, string Address, IReadOnlyList<Slip> Slips)
{
    /// <summary>Over the first slip, where several surveys are printed together; else empty.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Makes the codes of a survey anew, as one change of it that is recorded; saved by the caller.</summary>
    /// <param name="earlier">Those made before.</param>
    /// <param name="address">Where slips are answered.</param>
    public static IReadOnlyList<Slip> Make(PartyWorkDb db, Survey survey, IReadOnlyCollection<SurveyToken> earlier, OneTimeCodes codes, string address, DateOnly today)
    {
        var made = Enumerable.Range(0, survey.Slips).Select(_ => SurveyToken.NewCode()).ToList();
        var tokens = survey.Print([.. made.Select(codes.SealOfSlip)], earlier, today);
        db.Touch(survey); // printed twice on one day changes nothing of the survey itself, and is recorded all the same
        db.RemoveRange(earlier);
        db.AddRange(tokens);
        db.Lease.Notes.Add(new(nameof(Survey), $"{survey.Id}", "印制测评码", survey.OrganizationId));
        return [.. made.Select(code => new Slip(code, QrCode.Of($"{address}/{code}")))];
    }
}
