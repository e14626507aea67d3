using System.ComponentModel;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Surveys;

/// <summary>Who is asked, and about what.</summary>
public enum SurveyKind
{
    [Description("居民满意度")] ResidentSatisfaction = 1,
    [Description("党员群众测评")] MemberAppraisal,
    [Description("职工测评")] EmployeeAppraisal,
    [Description("服务对象测评")] ServiceObjectAppraisal,
    [Description("述职测评")] DebriefVote,
    [Description("整顿验收代表测评")] AcceptanceMeeting,
    [Description("整顿验收入户测评")] AcceptanceHouseholds,
}

/// <summary>草稿 → 进行中 → 已结束; nothing leads back.</summary>
public enum SurveyStage
{
    [Description("草稿")] Draft = 1,
    [Description("进行中")] Open,
    [Description("已结束")] Closed,
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One grade, or 不了解.</summary>
    [Description("等级")] Graded = 1,
    [Description("单选")] Single,
    [Description("最多选三项")] Several,
    [Description("选填文字")] Words,
}

/// <summary>The rate that a question's votes give; most questions give none.</summary>
public enum SurveyMeasure
{
    [Description("")] None,
    [Description("满意率")] Satisfaction,
    [Description("班子好评率")] Approval,
    [Description("知晓率")] Awareness,
    [Description("述职好评率")] Debrief,
}

/// <summary>What follows from the kind of a survey.</summary>
public static class SurveyKinds
{
    /// <summary>抽样30–50户 (domain §7.7).</summary>
    public const int LeastHouseholds = 30, MostHouseholds = 50;

    /// <summary>整顿验收会议测评: 居民代表不少于15人 (domain M14).</summary>
    public const int LeastRepresentatives = 15;

    /// <summary>How many slips at least; where the kind says nothing, as many as may be shown.</summary>
    public static int LeastSlips(this SurveyKind kind) => kind switch
    {
        SurveyKind.ResidentSatisfaction or SurveyKind.AcceptanceHouseholds => LeastHouseholds,
        SurveyKind.AcceptanceMeeting => LeastRepresentatives,
        _ => Survey.LeastShown,
    };

    /// <summary>Households are drawn for it.</summary>
    public static bool IsOfHouseholds(this SurveyKind kind) => kind is SurveyKind.ResidentSatisfaction or SurveyKind.AcceptanceHouseholds;

    /// <summary>It belongs to an acceptance: made from there and run by those who accept, by nobody whose work it judges.</summary>
    public static bool IsOfAcceptance(this SurveyKind kind) => kind is SurveyKind.AcceptanceMeeting or SurveyKind.AcceptanceHouseholds;

    /// <summary>The rate that the survey as a whole is known by.</summary>
    public static SurveyMeasure Headline(this SurveyKind kind) => kind switch
    {
        SurveyKind.MemberAppraisal => SurveyMeasure.Approval,
        SurveyKind.DebriefVote => SurveyMeasure.Debrief,
        _ => SurveyMeasure.Satisfaction,
    };

    /// <summary>Whether it can be about such an organisation: residents are asked about communities, employees where people are employed.</summary>
    public static bool Suits(this SurveyKind kind, OrganizationLevel level, OrganizationDomain domain) => kind switch
    {
        SurveyKind.ResidentSatisfaction or SurveyKind.AcceptanceMeeting or SurveyKind.AcceptanceHouseholds => level is OrganizationLevel.Primary && domain is OrganizationDomain.Community,
        SurveyKind.MemberAppraisal or SurveyKind.DebriefVote => level is OrganizationLevel.Committee or OrganizationLevel.Primary || domain is OrganizationDomain.TwoNew,
        SurveyKind.EmployeeAppraisal => domain is OrganizationDomain.Organ or OrganizationDomain.School or OrganizationDomain.TwoNew && level > OrganizationLevel.Committee,
        _ => domain is OrganizationDomain.Organ or OrganizationDomain.School && level > OrganizationLevel.Committee,
    };
}
