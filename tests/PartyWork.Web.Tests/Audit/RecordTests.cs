using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;
using PartyWork.Web.Tests.Security;

namespace PartyWork.Web.Tests.Audit;

/// <summary>Every act is on record: who, when, what, old and new, why. Without the record there is no act.</summary>
public sealed class RecordTests(App app) : IClassFixture<App>
{
    private static readonly string[] Drafts =
    [
        // Drafts of lists and reports are nobody's business until they are handed over.
        "POST /Reports/Fill Save", "POST /Reports/Fill Row", "POST /Reports/Fill Node", "POST /Reports/Fill Quiet", "POST /Reports/Fill Evidence", "POST /Reports/Fill Check",
        "POST /Reports/Offline Apply", "POST /ThreeLists/Task Save", "POST /ThreeLists/Problem Save", "POST /ThreeLists/Duty Save", "POST /ThreeLists/Import Apply",
        "POST /ThreeLists/Clauses", "POST /ThreeLists/Task Delete", "POST /ThreeLists/Problem Delete", "POST /ThreeLists/Duty Delete", "POST /ThreeLists/Bulk Edit",

        // Files between preview and import, previews, and what only concerns one's own screen.
        "POST /ThreeLists/Import Upload", "POST /Reports/Offline Upload", "POST /Organizations/Import", "POST /Organizations/Preview Cancel", "POST /Years/New Preview",
        "POST /ThreeLists/Decompose Split", "POST /Agreements/Evaluation Fill", "POST /Phrases/Index Add", "POST /Phrases/Index Save", "POST /Phrases/Index Remove", "POST /Organizations/New Preview",
        "POST /Organizations/Rename Preview", "POST /Organizations/Move Preview", "POST /Organizations/Close Preview", "POST /Account/Session Size", "POST /Account/Session Post",
        "POST /Account/Logout", "POST /Registers/Entry More", "POST /Registers/Import Upload", "POST /Rectification/VisitImport Upload",
        "POST /Figures/Query Save", "POST /Figures/Query Remove", "POST /Figures/Requests/Answer Save", "POST /Assessments/Self Save", "POST /Rectification/Report Save", "POST /Assessments/Sheets/Line Try",

        // A survey that has not begun is nobody's business but its maker's.
        "POST /Surveys/Details Save", "POST /Surveys/Details Delete",
        "POST /FiveInOne/Pledges Save", "POST /FiveInOne/Report Begin", "POST /FiveInOne/Report Collect", "POST /FiveInOne/Report Save",
        "POST /DemonstrationSites/Index Begin", "POST /DemonstrationSites/Declaration Save",
    ];

    // What each act leaves behind. A new act fails the snapshot until somebody has decided.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["POST /Account/Password"] = "User 修改密码",
        ["POST /Account/Security End"] = "User 退出其他登录",
        ["POST /Account/Security Others"] = "User 退出其他登录",
        ["POST /Account/TwoFactor Codes"] = "User 更换恢复码",
        ["POST /Account/TwoFactor Disable"] = "User 关闭双因素验证",
        ["POST /Account/TwoFactor Enable"] = "User 开启双因素验证",
        ["POST /Agreements/Clause Confirm"] = "ClauseAmendment 修改",
        ["POST /Agreements/Clause Propose"] = "ClauseAmendment 新增",
        ["POST /Agreements/Clause Refuse"] = "ClauseAmendment 修改",
        ["POST /Agreements/Index Addenda"] = "Addendum 新增",
        ["POST /Agreements/Details Addendum"] = "Addendum 新增",
        ["POST /Agreements/Evaluation"] = "Agreement 修改",
        ["POST /Agreements/Details Evaluate"] = "Agreement 修改",
        ["POST /Agreements/Details Prepare"] = "Agreement 修改",
        ["POST /Agreements/Details Return"] = "Agreement 修改",
        ["POST /Agreements/Details Sign"] = "Agreement 修改",
        ["POST /Agreements/Issue"] = "Agreement 新增",
        ["POST /Agreements/Item Delete"] = "AgreementClause 删除",
        ["POST /Agreements/Item Save"] = "AgreementClause 新增",
        ["POST /Agreements/Post"] = "ResponsibilityPost 修改",
        ["POST /Agreements/Posts Copy"] = "ResponsibilityPost 新增",
        ["POST /Agreements/Signing"] = "Agreement 修改",
        ["POST /Agreements/Template"] = "AgreementTemplate 修改",
        ["POST /Agreements/TemplateClause Delete"] = "TemplateClause 删除",
        ["POST /Agreements/TemplateClause Save"] = "TemplateClause 修改",
        ["POST /Agreements/Templates Add"] = "AgreementTemplate 新增",
        ["POST /Agreements/Templates Copy"] = "AgreementTemplate 新增",
        ["POST /Plan/Index Convert"] = "TemplateClause 新增",
        ["POST /Plan/KeyPoint Delete"] = "KeyPoint 删除",
        ["POST /Plan/KeyPoint Save"] = "KeyPoint 修改",
        ["POST /Assessments/Criterion Delete"] = "RubricCriterion 删除",
        ["POST /Assessments/Criterion Save"] = "RubricCriterion 修改",
        ["POST /Assessments/Head Delete"] = "RubricCategory 删除",
        ["POST /Assessments/Head Save"] = "RubricCategory 修改",
        ["POST /Assessments/Self Confirm"] = "FilingAct 新增",
        ["POST /Assessments/Self ConfirmSignature"] = "FilingAct 新增",
        ["POST /Assessments/Self Extend"] = "FilingAct 新增",
        ["POST /Assessments/Self Prepare"] = "FilingAct 新增",
        ["POST /Assessments/Self SignOffline"] = "FilingAct 新增",
        ["POST /Assessments/Self Unlock"] = "FilingAct 新增",
        ["POST /Assessments/Rounds/New"] = "Round 新增",
        ["POST /Assessments/Rounds/Details Save"] = "Round 修改",
        ["POST /Assessments/Rounds/Details Publish"] = "Round 修改",
        ["POST /Assessments/Rounds/Details Freeze"] = "Round 修改",
        ["POST /Assessments/Rounds/Details Close"] = "Round 修改",
        ["POST /Assessments/Rounds/Details Archive"] = "Round 修改",
        ["POST /Assessments/Rounds/Details Delete"] = "Round 删除",
        ["POST /Assessments/Rounds/Objects Add"] = "Round 修改",
        ["POST /Assessments/Rounds/Objects Remove"] = "Round 修改",
        ["POST /Assessments/Rounds/Objects RemoveFound"] = "Round 修改",
        ["POST /Assessments/Rounds/Teams Form"] = "AssessmentTeam 修改",
        ["POST /Assessments/Rounds/Teams Disband"] = "AssessmentTeam 删除",
        ["POST /Assessments/Rounds/Recusals Add"] = "Recusal 新增",
        ["POST /Assessments/Rounds/Recusals Lift"] = "Recusal 删除",
        ["POST /Assessments/Rounds/Draw Draw"] = "Round 修改",
        ["POST /Assessments/Rounds/Draw Again"] = "ScoreSheet 修改",
        ["POST /Assessments/Rounds/Checks Again"] = "ScoreSheet 修改",
        ["POST /Assessments/Rounds/Checks Draw"] = "ScoreSheet 新增",
        ["POST /Assessments/Rounds/Check Agree"] = "ScoreSheet 修改",
        ["POST /Assessments/Rounds/Feedback Give"] = "ScoreSheet 修改",
        ["POST /Assessments/Rounds/Feedback GiveAll"] = "ScoreSheet 修改",
        ["POST /Assessments/Rounds/Feedback Reopen"] = "ScoreSheet 修改",
        ["POST /Assessments/Rounds/Objections Decide"] = "Objection 修改",
        ["POST /Assessments/Sheets/Index Save"] = "SheetLine 修改",
        ["POST /Assessments/Sheets/Index Accept"] = "SheetLine 修改",
        ["POST /Assessments/Sheets/Index Settle"] = "SheetLine 修改",
        ["POST /Assessments/Sheets/Index Divide"] = "ClassScorer 新增",
        ["POST /Assessments/Sheets/Index Submit"] = "ScoreSheet 修改",
        ["POST /Assessments/Sheets/Line Save"] = "SheetLine 修改",
        ["POST /Assessments/Sheets/Line Accept"] = "SheetLine 修改",
        ["POST /Assessments/Result Object"] = "Objection 新增",
        ["POST /Assessments/Grading Begin"] = "GradingScheme 新增",
        ["POST /Assessments/Grading Save"] = "GradingScheme 修改",
        ["POST /Assessments/Rounds/Grades Decide"] = "AnnualResult 新增",
        ["POST /Assessments/Rounds/Grades Announce"] = "Round 修改",
        ["POST /Assessments/Vetoes"] = "VetoReview 新增",
        ["POST /Assessments/Veto Hear"] = "VetoReview 修改",
        ["POST /Assessments/Veto Decide"] = "VetoReview 修改",
        ["POST /Assessments/Rubric Copy"] = "Rubric 新增",
        ["POST /Assessments/Rubric Delete"] = "Rubric 删除",
        ["POST /Assessments/Rubric Publish"] = "Rubric 修改",
        ["POST /Assessments/Rubric Save"] = "Rubric 修改",
        ["POST /Assessments/RubricImport"] = "Rubric 新增",
        ["POST /Assessments/Rubrics Copy"] = "Rubric 新增",
        ["POST /Assessments/Rubrics Samples"] = "Rubric 新增",
        ["POST /Rectification/Acceptances/Details Survey"] = "Acceptance 修改",
        ["POST /Rectification/Acceptances/Details Petitions"] = "Acceptance 修改",
        ["POST /Rectification/Acceptances/Details Decide"] = "Acceptance 修改",
        ["POST /Rectification/Acceptances/LookBack Holds"] = "Acceptance 修改",
        ["POST /Rectification/Acceptances/LookBack Relapse"] = "Acceptance 修改",
        ["POST /Rectification/Apply"] = "Acceptance 新增",
        ["POST /Assessments/Rounds/Begin"] = "Round 修改",
        ["POST /Surveys/New"] = "Survey 新增",
        ["POST /Surveys/Details Open"] = "Survey 修改",
        ["POST /Surveys/Details Close"] = "Survey 修改",
        ["POST /Surveys/Slips Print"] = "Survey 印制测评码",
        ["POST /Surveys/Print"] = "Survey 印制测评码",
        ["POST /Surveys/Count"] = "PaperCount 新增",
        ["POST /DemonstrationSites/Index Ask"] = "SiteProgramme 请下级申报",
        ["POST /DemonstrationSites/Programme Save"] = "SiteProgramme 新增",
        ["POST /DemonstrationSites/Programme Publish"] = "SiteProgramme 修改",
        ["POST /DemonstrationSites/Selection Object"] = "SiteObjection 新增",
        ["POST /DemonstrationSites/Selection Settle"] = "SiteObjection 修改",
        ["POST /DemonstrationSites/Measure Report"] = "SiteMeasure 修改",
        ["POST /DemonstrationSites/Measure Accept"] = "WorkTask 修改",
        ["POST /DemonstrationSites/Measure Return"] = "SiteMeasure 修改",
        ["POST /DemonstrationSites/Plan Add"] = "SiteMeasure 新增",
        ["POST /DemonstrationSites/Plan Use"] = "SiteMeasure 新增",
        ["POST /DemonstrationSites/Plan Drop"] = "SiteMeasure 删除",
        ["POST /DemonstrationSites/Decision Decide"] = "SiteDecision 新增",
        ["POST /DemonstrationSites/Decision Recheck"] = "SiteDecision 新增",
        ["POST /DemonstrationSites/Selection Review"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Selection Visit"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Selection Shortlist"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Selection Notify"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Selection Confirm"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Selection Decline"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Plan Save"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Plan Submit"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Plan Return"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Plan Approve"] = "DemonstrationSite 修改",
        ["POST /DemonstrationSites/Declaration Prepare"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration Confirm"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration SignOffline"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration ConfirmSignature"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration Endorse"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration Return"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration Extend"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Declaration Unlock"] = "FilingAct 新增",
        ["POST /DemonstrationSites/Belts/Index"] = "DemonstrationBelt 新增",
        ["POST /DemonstrationSites/Belts/Details Save"] = "DemonstrationBelt 修改",
        ["POST /DemonstrationSites/Belts/Details Build"] = "DemonstrationBelt 修改",
        ["POST /DemonstrationSites/Belts/Details List"] = "DemonstrationBelt 修改",
        ["POST /DemonstrationSites/Belts/Details Remove"] = "DemonstrationBelt 修改",
        ["POST /DemonstrationSites/Belts/Details Join"] = "BeltSite 新增",
        ["POST /DemonstrationSites/Belts/Details Leave"] = "BeltSite 删除",
        ["POST /DemonstrationSites/Belts/Details Lead"] = "BeltSite 修改",
        ["POST /DemonstrationSites/Belts/Details Radiate"] = "BeltRadiation 新增",
        ["POST /DemonstrationSites/Belts/Details Drop"] = "BeltRadiation 删除",
        ["POST /DemonstrationSites/Belts/Details Agree"] = "BeltMatter 新增",
        ["POST /DemonstrationSites/Belts/Details Finish"] = "BeltMatter 修改",
        ["POST /Audit/Index Verify"] = "AuditChain 校验通过",
        ["POST /Chasing/Index Calls"] = "Organization 打开电话单",
        ["POST /Organizations/Details Phones"] = "Organization 查看电话",
        ["POST /Chasing/Index Chase"] = "Reminder 新增",
        ["POST /Chasing/Index All"] = "Reminder 新增",
        ["POST /Chasing/Index Call"] = "Reminder 新增",
        ["POST /Coordination/Details Refer"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Settle"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Decline"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Send"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Agree"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Refuse"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Reply"] = "CoordinationAct 新增",
        ["POST /Coordination/Details AskExtension"] = "CoordinationAct 新增",
        ["POST /Coordination/Details AskPassOn"] = "CoordinationAct 新增",
        ["POST /Coordination/Details Rate"] = "CoordinationAct 新增",
        ["POST /Evidence/New"] = "EvidenceItem 新增",
        ["POST /Evidence/Attach Use"] = "EvidenceUse 新增",
        ["POST /Evidence/Attach Add"] = "EvidenceUse 新增",
        ["POST /Evidence/Details Withdraw"] = "EvidenceItem 修改",
        ["POST /Evidence/Details Remove"] = "EvidenceItem 删除",
        ["POST /Evidence/Details Detach"] = "EvidenceUse 删除",
        ["POST /Figures/Corrections Approve"] = "FigureOverride 修改",
        ["POST /Figures/Corrections Refuse"] = "FigureOverride 修改",
        ["POST /Figures/Details Correct"] = "FigureOverride 新增",
        ["POST /Figures/Freezes"] = "FigureFreeze 新增",
        ["POST /Figures/Parameters"] = "FigureParameter 新增",
        ["POST /AnnualReports/Index Begin"] = "AnnualReport 新增",
        ["POST /AnnualReports/Sheet Draft"] = "ReportAct 新增",
        ["POST /AnnualReports/Sheet Cutoff"] = "AnnualReport 修改",
        ["POST /AnnualReports/Sheet Review"] = "ReportAct 新增",
        ["POST /AnnualReports/Sheet Approve"] = "ReportAct 新增",
        ["POST /AnnualReports/Sheet SendBack"] = "ReportAct 新增",
        ["POST /AnnualReports/Sheet Issue"] = "ReportAct 新增",
        ["POST /AnnualReports/Sheet Archive"] = "ReportAct 新增",
        ["POST /AnnualReports/Paragraph Save"] = "ReportParagraph 修改",
        ["POST /AnnualReports/Paragraph Restore"] = "ReportParagraph 修改",
        ["POST /AnnualReports/Paragraph LeaveOut"] = "ReportParagraph 修改",
        ["POST /AnnualReports/Paragraph PutBack"] = "ReportParagraph 修改",
        ["POST /AnnualReports/Check Explain"] = "ReportExplanation 新增",
        ["POST /AnnualReports/Check Lock"] = "ReportAct 新增",
        ["POST /AnnualReports/Wordings"] = "Wording 新增",
        ["POST /AnnualReports/Plan Accept"] = "NextPlanItem 新增",
        ["POST /AnnualReports/Plan Dismiss"] = "NextPlanItem 新增",
        ["POST /Figures/Requests/Answer Confirm"] = "FilingAct 新增",
        ["POST /Figures/Requests/Answer ConfirmSignature"] = "FilingAct 新增",
        ["POST /Figures/Requests/Answer Prepare"] = "FilingAct 新增",
        ["POST /Figures/Requests/Answer SignOffline"] = "FilingAct 新增",
        ["POST /Figures/Requests/Details Withdraw"] = "DataRequest 修改",
        ["POST /Figures/Requests/New"] = "DataRequest 新增",
        ["POST /Figures/Requests/Review Accept"] = "FilingAct 新增",
        ["POST /Figures/Requests/Answer Extend"] = "FilingAct 新增",
        ["POST /Figures/Requests/Review Return"] = "FilingAct 新增",
        ["POST /Figures/Requests/Answer Unlock"] = "FilingAct 新增",
        ["POST /FiveInOne/Pledges Submit"] = "PledgeSheet 修改",
        ["POST /FiveInOne/Pledges Publish"] = "PledgeSheet 修改",
        ["POST /FiveInOne/Pledges Claim"] = "Pledge 修改",
        ["POST /FiveInOne/Pledges Approve"] = "PledgeSheet 修改",
        ["POST /FiveInOne/Pledges Return"] = "PledgeSheet 修改",
        ["POST /FiveInOne/Pledges Settle"] = "Pledge 修改",
        ["POST /FiveInOne/Report Submit"] = "Debrief 修改",
        ["POST /FiveInOne/Review Accept"] = "Debrief 修改",
        ["POST /FiveInOne/Review Return"] = "Debrief 修改",
        ["POST /FiveInOne/Review Meet"] = "Debrief 修改",
        ["POST /FiveInOne/Review Rate"] = "Debrief 修改",
        ["POST /FiveInOne/Review List"] = "DebriefComment 修改",
        ["POST /Ledger/Details Write"] = "LedgerEntry 新增",
        ["POST /Ledger/Details Remove"] = "LedgerEntry 删除",
        ["POST /Ledger/Details Submit"] = "SecretaryLedger 报送",
        ["POST /My/Delegation"] = "Delegation 新增",
        ["POST /My/Delegation Withdraw"] = "Delegation 修改",
        ["POST /My/Filling"] = "Organization 修改",
        ["POST /Organizations/Edit"] = "Organization 修改",
        ["POST /Organizations/New"] = "Organization 新增",
        ["POST /Organizations/Rename"] = "FormerName 新增",
        ["POST /Organizations/Move"] = "Affiliation 新增",
        ["POST /Organizations/Close"] = "Organization 修改",
        ["POST /Organizations/Departments"] = "DomainCharge 修改",
        ["POST /Organizations/Person"] = "Person 修改",
        ["POST /Organizations/WorkersEntry"] = "CommunityWorkers 新增",
        ["POST /Organizations/HandoverNew"] = "Handover 新增",
        ["POST /Organizations/Handover Confirm"] = "Handover 修改",
        ["POST /Organizations/Handover ConfirmFor"] = "Handover 修改",
        ["POST /Organizations/Handover Withdraw"] = "Handover 修改",
        ["POST /Organizations/Posts Appoint"] = "PostHolding 新增",
        ["POST /Organizations/Posts End"] = "PostHolding 修改",
        ["POST /Organizations/Preview"] = "Organization 修改",
        ["POST /Phrases/District Add"] = "ReturnPhrase 新增",
        ["POST /Phrases/District Remove"] = "ReturnPhrase 删除",
        ["POST /Phrases/District Save"] = "ReturnPhrase 修改",
        ["POST /Rectification/BatchNew"] = "RectificationBatch 新增",
        ["POST /Rectification/Batch"] = "RectificationBatch 修改",
        ["POST /Rectification/New"] = "RectificationCase 新增",
        ["POST /Rectification/Listing Save"] = "RectificationCase 修改",
        ["POST /Rectification/Listing Check"] = "RectificationCase 修改",
        ["POST /Rectification/Listing Baseline"] = "RectificationCase 修改",
        ["POST /Rectification/Listing Propose"] = "RectificationCase 修改",
        ["POST /Rectification/Listing List"] = "RectificationCase 修改",
        ["POST /Rectification/Listing Drop"] = "RectificationCase 修改",
        ["POST /Rectification/Helpers Appoint"] = "CaseHelper 新增",
        ["POST /Rectification/Helpers Release"] = "CaseHelper 修改",
        ["POST /Rectification/Plan Aim"] = "RectificationCase 修改",
        ["POST /Rectification/Plan Include"] = "CaseProblem 新增",
        ["POST /Rectification/Plan Exclude"] = "CaseProblem 删除",
        ["POST /Rectification/Plan Explain"] = "CaseProblem 修改",
        ["POST /Rectification/Plan PreAccept"] = "RectificationCase 修改",
        ["POST /Rectification/Plan Approve"] = "RectificationCase 修改",
        ["POST /Rectification/PlanProblem"] = "CaseProblem 新增",
        ["POST /Rectification/Measure"] = "RectificationCase 修改",
        ["POST /Rectification/Report Prepare"] = "FilingAct 新增",
        ["POST /Rectification/Report SignOffline"] = "FilingAct 新增",
        ["POST /Rectification/Report Confirm"] = "FilingAct 新增",
        ["POST /Rectification/Report ConfirmSignature"] = "FilingAct 新增",
        ["POST /Rectification/Report Extend"] = "FilingAct 新增",
        ["POST /Rectification/Report Unlock"] = "FilingAct 新增",
        ["POST /Rectification/ReportReview Accept"] = "CaseDirection 新增",
        ["POST /Rectification/ReportReview Return"] = "FilingAct 新增",
        ["POST /Rectification/Record"] = "CaseVisit 新增",
        ["POST /Rectification/RecordFund"] = "RectificationFund 新增",
        ["POST /Rectification/RecordThing"] = "PracticalThing 新增",
        ["POST /Rectification/OpinionNew"] = "ResidentOpinion 新增",
        ["POST /Rectification/Visit Save"] = "CaseVisit 修改",
        ["POST /Rectification/Visit Withdraw"] = "CaseVisit 修改",
        ["POST /Rectification/VisitImport Apply"] = "CaseVisit 新增",
        ["POST /Rectification/Fund Save"] = "RectificationFund 修改",
        ["POST /Rectification/Fund Spend"] = "FundSpending 新增",
        ["POST /Rectification/Fund TakeBack"] = "FundSpending 修改",
        ["POST /Rectification/Fund Withdraw"] = "RectificationFund 修改",
        ["POST /Rectification/LeaderVisitEntry Save"] = "LeaderVisit 新增",
        ["POST /Rectification/LeaderVisitEntry Withdraw"] = "LeaderVisit 修改",
        ["POST /Rectification/Notes"] = "SupervisionNote 新增",
        ["POST /Rectification/Note Confirm"] = "SupervisionNote 修改",
        ["POST /Rectification/Note Withdraw"] = "SupervisionNote 修改",
        ["POST /Rectification/Opinion Correct"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion Assign"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion Handle"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion FeedBack"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion Close"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion Explain"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion Reopen"] = "ResidentOpinion 修改",
        ["POST /Rectification/Opinion Merge"] = "ResidentOpinion 修改",
        ["POST /Rectification/Thing Save"] = "PracticalThing 修改",
        ["POST /Rectification/Thing Finish"] = "PracticalThing 修改",
        ["POST /Rectification/Thing Confirm"] = "PracticalThing 修改",
        ["POST /Rectification/Thing Publish"] = "PracticalThing 修改",
        ["POST /Rectification/Thing Withdraw"] = "PracticalThing 修改",
        ["POST /Registers/Details Confirm"] = "GoodDeed 修改",
        ["POST /Registers/Details Refuse"] = "GoodDeed 修改",
        ["POST /Registers/Details Withdraw"] = "Honor 修改",
        ["POST /Registers/Disposal"] = "DisposalCertificate 新增",
        ["POST /Registers/Quick"] = "MeetingRecord 新增",
        ["POST /Registers/Entry Save"] = "Honor 新增",
        ["POST /Registers/Import Apply"] = "Honor 新增",
        ["POST /Reports/Confirm"] = "FilingAct 新增",
        ["POST /Reports/Details Accept"] = "FilingAct 新增",
        ["POST /Reports/Details ConfirmSignature"] = "FilingAct 新增",
        ["POST /Reports/Details Extend"] = "FilingAct 新增",
        ["POST /Reports/Details Unlock"] = "FilingAct 新增",
        ["POST /Reports/Fill Prepare"] = "FilingAct 新增",
        ["POST /Reports/Fill SignOffline"] = "FilingAct 新增",
        ["POST /Reports/Matrix Prepare"] = "FilingAct 新增",
        ["POST /Reports/Matrix Save"] = "FilingAct 新增",
        ["POST /Reports/Matrix SignOffline"] = "FilingAct 新增",
        ["POST /Reports/Return"] = "FilingAct 新增",
        ["POST /Reports/Review"] = "FilingAct 新增",
        ["POST /ThreeLists/Bulk Extend"] = "TaskChange 新增",
        ["POST /ThreeLists/Changes Approve"] = "TaskChange 修改",
        ["POST /ThreeLists/Changes Refuse"] = "TaskChange 修改",
        ["POST /ThreeLists/Decompose Run"] = "WorkTask 新增",
        ["POST /ThreeLists/Details Accept"] = "FilingAct 新增",
        ["POST /ThreeLists/Details Confirm"] = "FilingAct 新增",
        ["POST /ThreeLists/Details Extend"] = "FilingAct 新增",
        ["POST /ThreeLists/Details Prepare"] = "FilingAct 新增",
        ["POST /ThreeLists/Details Receive"] = "WorkTask 修改",
        ["POST /ThreeLists/Details Unlock"] = "FilingAct 新增",
        ["POST /ThreeLists/Problem Arrange"] = "Problem 修改",
        ["POST /ThreeLists/Problem Claim"] = "Problem 修改",
        ["POST /ThreeLists/Problem Refuse"] = "Problem 修改",
        ["POST /ThreeLists/Problem Reopen"] = "Problem 修改",
        ["POST /ThreeLists/Problem Verify"] = "Problem 修改",
        ["POST /ThreeLists/Review"] = "FilingAct 新增",
        ["POST /ThreeLists/Return"] = "FilingAct 新增",
        ["POST /ThreeLists/Task Change"] = "TaskChange 新增",
        ["POST /Users/Bulk"] = "User 新增",
        ["POST /Users/Details Disable"] = "User 停用",
        ["POST /Users/Details Enable"] = "User 启用",
        ["POST /Users/Details Reset"] = "User 重置密码",
        ["POST /Users/Details SecondFactor"] = "User 重置双因素验证",
        ["POST /Users/Details Unlock"] = "User 解除锁定",
        ["POST /Users/New"] = "User 新增",
        ["POST /Users/Pending Reissue"] = "User 修改",
        ["POST /Users/Reset"] = "User 上级重置密码",
        ["POST /Years/Calendar Add"] = "CalendarDay 新增",
        ["POST /Years/Calendar Change"] = "CalendarDay 修改",
        ["POST /Years/Calendar Remove"] = "CalendarDay 删除",
        ["POST /Years/Carry"] = "WorkTask 修改",
        ["POST /Years/Details Advance"] = "WorkYear 修改",
        ["POST /Years/Details Publish"] = "Window 修改",
        ["POST /Years/Details Recompute"] = "Window 修改",
        ["POST /Years/New"] = "WorkYear 新增",
        ["POST /Years/Scheme"] = "WorkYear 修改",
        ["POST /Years/Window"] = "Window 修改",
    };

    [Fact]
    public void For_every_act_it_is_decided_what_it_leaves_on_record() =>
        Assert.Equal(Handlers.All.Where(h => h.Method == "POST").Select(h => h.Key).Order(StringComparer.Ordinal), Kinds.Keys.Concat(Drafts).Order(StringComparer.Ordinal));

    /// <summary>Acts that go through, each with the account, the address and the fields of its form.</summary>
    internal static async Task<IReadOnlyList<(string Handler, string Account, string Path, string Body)>> ActsAsync(App app)
    {
        var (wenming, sister) = (await app.FilingAsync("QH01001", 0), await app.OrganizationAsync("QH01002"));
        var acts = new List<(string Handler, string Account, string Path, string Body)>();
        var facts = await app.WithDbAsync(async db =>
        {
            var own = await db.Filings.Where(f => f.Id == wenming).Select(f => f.OrganizationId).SingleAsync();
            await db.WorkTasks.Where(t => t.OrganizationId == own && t.Year == 2026).ExecuteUpdateAsync(s => s
                .SetProperty(t => t.State, TaskState.InProgress).SetProperty(t => t.DueOn, new DateOnly(2026, 12, 31)).SetProperty(t => t.ExtendedTo, (DateOnly?)null));
            var problem = await db.Problems.Where(p => p.OrganizationId == own && p.Year == 2026).OrderBy(p => p.No).FirstAsync();
            await db.Problems.Where(p => p.Id == problem.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ProblemState.Closed));
            var user = await db.Users.SingleAsync(u => u.UserName == "inspector");
            var person = await db.Persons.Where(p => p.Holdings.Any(h => h.To == null) && !db.Users.Any(u => u.PersonId == p.Id)).Select(p => p.Id).FirstAsync();
            var organization = await db.Organizations.SingleAsync(o => o.Id == sister);
            var day = await db.CalendarDays.Where(d => d.Date > new DateOnly(2026, 1, 1)).OrderBy(d => d.Date).FirstAsync();
            var holding = await db.PostHoldings.Where(h => h.OrganizationId == sister && h.Kind == Domain.Organizations.PostKind.Officer && h.To == null).FirstAsync();
            var deputy = await db.PostHoldings.Where(h => h.OrganizationId == own && h.Kind == Domain.Organizations.PostKind.Deputy && h.To == null).FirstAsync();
            var window = await db.Windows.FirstAsync(w => w.Year == 2026 && w.Period == 4 && w.Level == Domain.Organizations.OrganizationLevel.Committee);
            var below = await db.Users.SingleAsync(u => u.UserName == "yuanda.secretary");
            int V(object entity) => (int)db.Entry(entity).Property(PartyWorkDb.Version).CurrentValue!;
            return (problem.No, Problem: V(problem), user.Id, User: V(user), person, Organization: V(organization), organization.Name, Day: day.Id, DayVersion: V(day), Holding: holding.Id, Own: own, HoldingVersion: V(holding), Deputy: deputy.Id, Window: window.Id, WindowVersion: V(window), window.Opens, window.Due, window.Locks, Below: below.Id, BelowVersion: V(below));
        });
        acts.AddRange(
        [
            ("POST /ThreeLists/Problem Reopen", "chunhui.secretary", $"/lists/{wenming}/problems/{facts.No}?handler=Reopen", $"version={facts.Problem}&reason=又有居民反映"),
            ("POST /ThreeLists/Task Change", "wenming.officer", $"/lists/{wenming}/tasks/1?handler=Change", "kind=Cancellation&reason=任务合并"),
            ("POST /Users/Details Reset", "secadmin", $"/users/{facts.Id}?handler=Reset", $"Version={facts.User}&Reason=本人申请"),
            ("POST /Users/New", "sysadmin", $"/users/new?PersonId={facts.person}", "UserName=xin.zhanghao"),
            ("POST /Organizations/Edit", "orgdept", $"/organizations/{sister}/edit", $"Input.Name={facts.Name}&Input.MemberCount=158&Input.Nature=Single&Input.Why=接收新党员&Input.Version={facts.Organization}"),
            ("POST /Organizations/Posts End", "orgdept", $"/organizations/{sister}/posts?handler=End", $"HoldingId={facts.Holding}&Version={facts.HoldingVersion}&On=2026-12-18&Why=岗位调整"),
            ("POST /Organizations/Posts Appoint", "orgdept", $"/organizations/{sister}/posts?handler=Appoint", "Kind=Officer&Name=新干事&Phone=0-8000000&From=2026-12-18&Why=岗位调整"),
            ("POST /Organizations/Rename", "orgdept", $"/organizations/{sister}/rename", $"NewName=桂花新村社区党委&On=2026-12-18&Reason=更名批复&Version={facts.Organization + 1}"),
            ("POST /Organizations/WorkersEntry", "wenming.officer", $"/organizations/{facts.Own}/workers", "Input.On=2026-12-18&Input.Secretaries=1&Input.Deputies=1&Input.Members=3&Input.Workers=9&Input.Assistants=2&Input.SocialWorkers=1&Input.Seniors=0"),
            ("POST /Organizations/HandoverNew", "chunhui.officer", $"/organizations/posts/{facts.Deputy}/handover", "Name=新副书记&Phone=0-8000001&Title=文明社区党总支副书记&On=2026-12-30&Reason=届中调整"),
            ("POST /Years/Calendar Change", "orgdept", $"/years/calendar?handler=Change&Id={facts.Day}", $"Kind=Workday&Name=调整&Version={facts.DayVersion}"),
            ("POST /Years/Calendar Add", "orgdept", "/years/calendar?handler=Add", "From=2026-11-11&Kind=Holiday&Name=测试日"),
            ("POST /Years/Calendar Remove", "orgdept", $"/years/calendar?handler=Remove&id={facts.Day}", $"version={facts.DayVersion + 1}"),
            ("POST /Years/Window", "orgdept", $"/years/windows/{facts.Window}", $"Opens={facts.Opens:yyyy-MM-dd}&Due={facts.Due.AddDays(1):yyyy-MM-dd}&Locks={facts.Locks.AddDays(1):yyyy-MM-dd}&Reason=大雪&Version={facts.WindowVersion}"),
            ("POST /My/Delegation", "wenming.secretary", "/my/delegation", $"DeputyId={facts.Deputy}&From=2026-12-19&To=2026-12-20&Reason=外出学习"),
            ("POST /Phrases/District Add", "orgdept", "/phrases/district?handler=Add", "text=请注明会议日期。"),
            ("POST /Audit/Index Verify", "auditor", "/audit?handler=Verify", ""),
            ("POST /Account/Password", "teamlead1", "/account/password", "Current=Qinghe-2026&New=xin-mima-2027&Again=xin-mima-2027"),
            ("POST /Registers/Entry Save", "wenming.officer", "/registers/honors/entry?handler=Save", $"Unit={facts.Own}&On=2026-06-30&Name=先进基层党组织&GrantedBy=区委&Level=区级&Object=集体&DocumentNo=&PersonName="),
            ("POST /Organizations/Details Phones", "chunhui.officer", $"/organizations/{facts.Own}?handler=Phones", ""),
            ("POST /Chasing/Index Calls", "chunhui.officer", "/dashboard/chasing?handler=Calls", ""),
            ("POST /Users/Reset", "chunhui.officer", $"/users/below/{facts.Below}", $"Version={facts.BelowVersion}&Reason=电话核实"),
        ]);
        return acts;
    }

    [Fact]
    public async Task Acts_are_on_record_with_who_when_what_old_new_and_why()
    {
        var acts = await ActsAsync(app);
        string[] explained = ["又有居民反映", "任务合并", "本人申请", "开立账号", "接收新党员", "岗位调整", "更名批复", "届中调整", "大雪", "外出学习", "电话核实"];
        var told = new List<string>();
        foreach (var (handler, account, path, body) in acts)
        {
            using var client = await app.SignedInAsync(account);
            var before = await app.WithDbAsync(db => db.AuditHeads.Select(h => h.Count).SingleAsync());
            app.Clock.Advance(TimeSpan.FromSeconds(1));

            var answer = await PostAsync(client, path, body);

            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{handler}: {(int)answer.StatusCode}");
            var entries = await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Sequence > before).OrderBy(e => e.Sequence).ToListAsync());
            Assert.True(entries.Any(e => $"{e.Kind} {e.Act}" == Kinds[handler]), $"{handler} left {string.Join("; ", entries.Select(e => $"{e.Kind} {e.Act}"))}: {Broken(await answer.Content.ReadAsStringAsync())}");
            var user = await app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).Select(u => new { u.Id, u.Person!.Name }).SingleAsync());
            Assert.All(entries, e => Assert.Equal((user.Id, user.Name, app.Clock.GetUtcNow().UtcDateTime, entries[0].Correlation), (e.UserId, e.Name, e.At, e.Correlation)));
            Assert.All(entries, e => Assert.NotEqual("", e.Post));
            foreach (var change in entries.Where(e => e.Act is "修改"))
            {
                Assert.All(JsonSerializer.Deserialize<Dictionary<string, string?[]>>(change.Changes)!.Values, v => Assert.NotEqual(v[0], v[1]));
            }

            Assert.DoesNotContain(entries, e => e.Changes.Contains("Hash", StringComparison.Ordinal) || e.Changes.Contains("Stamp", StringComparison.Ordinal) || e.Changes.Contains("mima", StringComparison.Ordinal));
            told.AddRange(entries.Select(e => e.Why).Where(w => w.Length > 0).Distinct());
        }

        Assert.Equal(explained.Order(StringComparer.Ordinal), told.Distinct().Order(StringComparer.Ordinal));
        Assert.Null(await app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task An_act_whose_record_cannot_be_written_does_not_happen()
    {
        var id = await app.OrganizationAsync("QH02");
        var (name, version) = await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == id).Select(o => ValueTuple.Create(o.Name, EF.Property<int>(o, PartyWorkDb.Version))).SingleAsync());
        var count = await app.WithDbAsync(db => db.AuditEntries.LongCountAsync());
        using var client = await app.SignedInAsync("orgdept");
        await HeadAsync(-1); // the next entry would take a number that is taken

        var answer = await PostAsync(client, $"/organizations/{id}/edit", $"Input.Name=改了名的党工委&Input.MemberCount=1&Input.Nature=Single&Input.Why=x&Input.Version={version}");

        Assert.False(answer.StatusCode is HttpStatusCode.Redirect, "The act went through without its record.");
        await HeadAsync(1);
        Assert.Equal((name, version), await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == id).Select(o => ValueTuple.Create(o.Name, EF.Property<int>(o, PartyWorkDb.Version))).SingleAsync()));
        Assert.Equal(count + 1, await app.WithDbAsync(db => db.AuditEntries.LongCountAsync())); // the sign-in
        Assert.Null(await app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));

        Task<int> HeadAsync(int by) => app.WithDbAsync(db => db.AuditHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Count, h => h.Count + by)));
    }

    [Fact]
    public async Task Who_may_read_a_thing_reads_its_history_and_neighbours_do_not()
    {
        var (report, lists, organization) = (await app.FilingAsync("QH01001", 3), await app.FilingAsync("QH01001", 0), await app.OrganizationAsync("QH01001"));
        foreach (var reader in (string[])["wenming.officer", "chunhui.officer", "orgdept"])
        {
            using var client = await app.SignedInAsync(reader);
            Assert.Contains("书记确认并报送", (await client.GetPageAsync($"/reports/{report}/history")).Text, StringComparison.Ordinal);
            Assert.Contains("状态", (await client.GetPageAsync($"/lists/{lists}/history")).Text, StringComparison.Ordinal);
        }

        using var neighbour = await app.SignedInAsync("wangjiang.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/reports/{report}/history")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/lists/{lists}/history")).StatusCode);
        Assert.DoesNotContain("→", (await neighbour.GetPageAsync($"/organizations/{organization}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_administrator_sees_who_and_when_and_no_value()
    {
        var words = await app.WithDbAsync(db => db.FilingRows.Where(r => r.IsFrozen && r.Words.Length > 12).Select(r => r.Words).Distinct().Take(500).ToListAsync());
        using var client = await app.SignedInAsync("auditor");
        for (var (path, pages) = ((string?)"/audit", 0); path is not null && pages < 5; pages++)
        {
            var page = await client.GetPageAsync(path);
            Assert.NotEmpty(page.All("tbody tr"));
            Assert.DoesNotContain(words, w => page.Text.Contains(w, StringComparison.Ordinal));
            path = page.All("a[href*='Before=']") is [.., var older] ? older.GetAttribute("href") : null;
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body)
    {
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1])).Append(new("__RequestVerificationToken", token)));
        return await client.PostAsync(path, content);
    }

    private static string Broken(string html) => System.Text.RegularExpressions.Regex.Match(html, "(validation-summary-errors|field-validation-error).{0,300}", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
}
