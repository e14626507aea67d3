using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>The year's parameters as the organisation section entered them; the city and its plans are invented.</summary>
public sealed class DemoParameters(PartyWorkDb db, int year, bool closed, Actor staff)
{
    // Key, last year's, this year's; empty where this year's is still to be entered.
    private static readonly (string Key, string Last, string This)[] Entered =
    [
        ("congress_term", "四", "四"), ("plenary_session_no", "八", "十"), ("city_name", "云川市", "云川市"),
        ("city_party_plan_name", "云川市基层党建强基三年行动计划", "云川市基层党建强基三年行动计划"), ("city_talent_plan_name", "云川英才聚集规划", ""), ("city_county_total", "11", "11"),
        ("plan_assembly_per_quarter", "1", "1"), ("plan_committee_per_month", "1", "1"), ("plan_group_per_month_min", "1", "1"), ("plan_group_per_month_max", "2", "2"),
        ("plan_lecture_per_quarter", "1", "1"), ("plan_leader_meeting_count", "1", "1"), ("plan_member_appraisal_per_year", "1", "1"),
        ("brand_examples", "春晖里、望江先锋渡、金台红管家", ""), ("demo_belt_examples", "春晖里示范带", ""),
    ];

    public void Enter()
    {
        foreach (var (key, text) in Entered.Select(e => (e.Key, Text: closed ? e.Last : e.This)).Where(e => e.Text.Length > 0))
        {
            var figure = FigureDictionary.Find(key)!;
            var parameter = new FigureParameter(year, key);
            parameter.Write(text, figure.Name, figure.IsNumber, staff, closed ? new(year, 12, 8) : new(year, 12, 4));
            db.Add(parameter);
        }
    }
}
