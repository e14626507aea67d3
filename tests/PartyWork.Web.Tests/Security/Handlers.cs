using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>What a handler's id names.</summary>
public enum Subject
{
    None,
    Report,
    Lists,
    Organization,
    Change,
    Year,
    Window,
    Day,
    Account,
    Upload,
    Deputy,
    Delegation,
    Holding,
    Handover,
    OwnPhrase,
    DistrictPhrase,
}

/// <summary>What else the state of the thing decides, when the post may act.</summary>
public enum Also
{
    Nothing,

    /// <summary>The line can be written only while the lists are.</summary>
    Editable,

    /// <summary>There must be a first frozen version.</summary>
    Submitted,

    /// <summary>Without the right to fill the reader is led to the report itself.</summary>
    LedBack,

    /// <summary>Only the reader's own upload is there.</summary>
    OwnUpload,

    /// <summary>What is open about an organisation is open to all; this is not.</summary>
    WithinScope,

    /// <summary>Only the Party organisation of a community has it.</summary>
    Community,

    /// <summary>The answer is 404 for everybody: nothing is to be seen at this address.</summary>
    Absent,
}

/// <summary>One page handler: its address with {id} for its subject, a body that is plausible and changes nothing, and the act that it is.</summary>
public sealed record Handler(string Page, string Method, string Name, Act Act, Subject Subject, string Path, string Body = "", Also Also = Also.Nothing)
{
    public string Key => $"{Method} {Page} {Name}".TrimEnd();
}

/// <summary>Every handler of every page, written by hand: a new one fails the inventory until somebody has decided which act it is.</summary>
public static class Handlers
{
    private static readonly string[] AnonymousPages = ["/Account/Login", "/Error", "/Status"];

    public static bool IsAnonymous(string page) => AnonymousPages.Contains(page);

    public static readonly IReadOnlyList<Handler> All =
    [
        new("/Index", "GET", "", Act.OwnWork, Subject.None, "/"),
        new("/Help", "GET", "", Act.OwnWork, Subject.None, "/help"),
        new("/Account/Password", "GET", "", Act.OwnWork, Subject.None, "/account/password"),
        new("/Account/Password", "POST", "", Act.OwnWork, Subject.None, "/account/password", "Current=x"),
        new("/Account/Logout", "GET", "", Act.OwnWork, Subject.None, "/logout"),
        new("/Account/Session", "GET", "", Act.OwnWork, Subject.None, "/account/size", "", Also.Absent),
        new("/Account/Session", "POST", "Size", Act.OwnWork, Subject.None, "/account/size", "size=normal"),
        new("/Account/Session", "POST", "Post", Act.OwnWork, Subject.None, "/account/post", "holdingId={holding}"),
        new("/My/Index", "GET", "", Act.FillReports, Subject.None, "/my"),
        new("/My/Delegation", "GET", "", Act.Delegate, Subject.None, "/my/delegation"),
        new("/My/Delegation", "POST", "", Act.Delegate, Subject.Deputy, "/my/delegation", "DeputyId={id}"),
        new("/My/Delegation", "POST", "Withdraw", Act.Delegate, Subject.Delegation, "/my/delegation?handler=Withdraw", "id={id}&version=-1"),
        new("/Dashboard/Index", "GET", "", Act.ReadDashboard, Subject.None, "/dashboard"),
        new("/Dashboard/Leader", "GET", "", Act.ReadLeaderPage, Subject.None, "/dashboard/leader"),
        new("/Assessments/Index", "GET", "", Act.ReadAssessments, Subject.None, "/assessments"),
        new("/Audit/Index", "GET", "", Act.ReadAudit, Subject.None, "/audit"),
        new("/Audit/Index", "POST", "Verify", Act.ReadAudit, Subject.None, "/audit?handler=Verify"),

        new("/Organizations/Index", "GET", "", Act.ReadOrganizations, Subject.None, "/organizations"),
        new("/Organizations/Index", "GET", "Export", Act.ReadOrganizations, Subject.None, "/organizations?handler=Export"),
        new("/Organizations/Details", "GET", "", Act.ReadOrganizations, Subject.Organization, "/organizations/{id}"),
        new("/Organizations/Edit", "GET", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/edit"),
        new("/Organizations/Edit", "POST", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/edit", "Input.Version=-1"),
        new("/Organizations/Posts", "GET", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/posts"),
        new("/Organizations/Posts", "POST", "Appoint", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/posts?handler=Appoint", "Name=x"),
        new("/Organizations/Posts", "POST", "End", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/posts?handler=End", "HoldingId=0"),
        new("/Organizations/History", "GET", "", Act.ReadOrganizations, Subject.Organization, "/organizations/{id}/history", "", Also.WithinScope),
        new("/Organizations/Person", "GET", "", Act.CorrectPeople, Subject.Holding, "/organizations/posts/{id}"),
        new("/Organizations/Person", "POST", "", Act.CorrectPeople, Subject.Holding, "/organizations/posts/{id}", "Version=-1"),
        new("/Organizations/New", "GET", "", Act.ManageOrganizations, Subject.None, "/organizations/new"),
        new("/Organizations/New", "POST", "Preview", Act.ManageOrganizations, Subject.None, "/organizations/new?handler=Preview"),
        new("/Organizations/New", "POST", "", Act.ManageOrganizations, Subject.None, "/organizations/new"),
        new("/Organizations/Rename", "GET", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/rename"),
        new("/Organizations/Rename", "POST", "Preview", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/rename?handler=Preview", "Version=-1"),
        new("/Organizations/Rename", "POST", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/rename", "Version=-1"),
        new("/Organizations/Move", "GET", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/move"),
        new("/Organizations/Move", "POST", "Preview", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/move?handler=Preview", "Version=-1"),
        new("/Organizations/Move", "POST", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/move", "Version=-1"),
        new("/Organizations/Close", "GET", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/close"),
        new("/Organizations/Close", "POST", "Preview", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/close?handler=Preview", "Version=-1"),
        new("/Organizations/Close", "POST", "", Act.ManageOrganizations, Subject.Organization, "/organizations/{id}/close", "Version=-1"),
        new("/Organizations/Departments", "GET", "", Act.ManageOrganizations, Subject.None, "/organizations/departments"),
        new("/Organizations/Departments", "POST", "", Act.ManageOrganizations, Subject.None, "/organizations/departments"),
        new("/Organizations/Workers", "GET", "", Act.ReadOrganizations, Subject.None, "/organizations/workers"),
        new("/Organizations/WorkersEntry", "GET", "", Act.CountWorkers, Subject.Organization, "/organizations/{id}/workers", "", Also.Community),
        new("/Organizations/WorkersEntry", "POST", "", Act.CountWorkers, Subject.Organization, "/organizations/{id}/workers", "Input.On=2026-12-01", Also.Community),
        new("/Organizations/Handovers", "GET", "", Act.OwnWork, Subject.None, "/handovers"),
        new("/Organizations/HandoverNew", "GET", "", Act.ManageHandovers, Subject.Holding, "/organizations/posts/{id}/handover"),
        new("/Organizations/HandoverNew", "POST", "", Act.ManageHandovers, Subject.Holding, "/organizations/posts/{id}/handover", "Name=x"),
        new("/Organizations/Handover", "GET", "", Act.OwnWork, Subject.Handover, "/handovers/{id}"),
        new("/Organizations/Handover", "POST", "Confirm", Act.OwnWork, Subject.Handover, "/handovers/{id}?handler=Confirm", "version=-1"),
        new("/Organizations/Handover", "POST", "ConfirmFor", Act.ManageHandovers, Subject.Handover, "/handovers/{id}?handler=ConfirmFor", "version=-1"),
        new("/Organizations/Handover", "POST", "Withdraw", Act.ManageHandovers, Subject.Handover, "/handovers/{id}?handler=Withdraw", "version=-1"),
        new("/Organizations/Import", "GET", "", Act.ManageOrganizations, Subject.None, "/organizations/import"),
        new("/Organizations/Import", "GET", "Roster", Act.ManageOrganizations, Subject.None, "/organizations/import?handler=Roster"),
        new("/Organizations/Import", "POST", "", Act.ManageOrganizations, Subject.None, "/organizations/import"),
        new("/Organizations/Preview", "GET", "", Act.ManageOrganizations, Subject.Upload, "/organizations/import/{id}", "", Also.OwnUpload),
        new("/Organizations/Preview", "POST", "", Act.ManageOrganizations, Subject.Upload, "/organizations/import/{id}", "Seen=x", Also.OwnUpload),
        new("/Organizations/Preview", "POST", "Cancel", Act.ManageOrganizations, Subject.Upload, "/organizations/import/{id}?handler=Cancel", "", Also.OwnUpload),

        new("/Users/Index", "GET", "", Act.ReadAccounts, Subject.None, "/users"),
        new("/Users/New", "GET", "", Act.ManageAccounts, Subject.None, "/users/new"),
        new("/Users/New", "POST", "", Act.ManageAccounts, Subject.None, "/users/new?PersonId={person}"),
        new("/Users/Details", "GET", "", Act.ReadAccounts, Subject.Account, "/users/{id}"),
        new("/Users/Details", "POST", "Disable", Act.ManageAccounts, Subject.Account, "/users/{id}?handler=Disable"),
        new("/Users/Details", "POST", "Enable", Act.ManageAccounts, Subject.Account, "/users/{id}?handler=Enable"),
        new("/Users/Details", "POST", "Reset", Act.ResetAccounts, Subject.Account, "/users/{id}?handler=Reset"),
        new("/Users/Details", "POST", "Unlock", Act.ResetAccounts, Subject.Account, "/users/{id}?handler=Unlock"),

        new("/Years/Index", "GET", "", Act.ReadYears, Subject.None, "/years"),
        new("/Years/New", "GET", "", Act.ManageYears, Subject.None, "/years/new"),
        new("/Years/New", "POST", "Preview", Act.ManageYears, Subject.None, "/years/new?handler=Preview"),
        new("/Years/New", "POST", "", Act.ManageYears, Subject.None, "/years/new"),
        new("/Years/Calendar", "GET", "", Act.ReadYears, Subject.None, "/years/calendar"),
        new("/Years/Calendar", "POST", "Add", Act.ManageYears, Subject.None, "/years/calendar?handler=Add", "From=2026-05-06"),
        new("/Years/Calendar", "POST", "Change", Act.ManageYears, Subject.Day, "/years/calendar?handler=Change&Id={id}", "Version=-1"),
        new("/Years/Calendar", "POST", "Remove", Act.ManageYears, Subject.Day, "/years/calendar?handler=Remove&id={id}", "version=-1"),
        new("/Years/Details", "GET", "", Act.ReadYears, Subject.Year, "/years/{id}"),
        new("/Years/Details", "POST", "Advance", Act.ManageYears, Subject.Year, "/years/{id}?handler=Advance", "version=-1"),
        new("/Years/Details", "POST", "Recompute", Act.ManageYears, Subject.Year, "/years/{id}?handler=Recompute", "version=-1"),
        new("/Years/Details", "POST", "Publish", Act.ManageYears, Subject.Window, "/years/2026?handler=Publish", "window={id}&version=-1"),
        new("/Years/Scheme", "GET", "", Act.ManageYears, Subject.Year, "/years/{id}/scheme"),
        new("/Years/Scheme", "POST", "", Act.ManageYears, Subject.Year, "/years/{id}/scheme", "Version=-1"),
        new("/Years/Carry", "GET", "", Act.ManageYears, Subject.Year, "/years/{id}/carry"),
        new("/Years/Carry", "POST", "", Act.ManageYears, Subject.Year, "/years/{id}/carry"),
        new("/Years/Window", "GET", "", Act.ManageYears, Subject.Window, "/years/windows/{id}"),
        new("/Years/Window", "POST", "", Act.ManageYears, Subject.Window, "/years/windows/{id}", "Version=-1"),

        new("/ThreeLists/Index", "GET", "", Act.ReadLists, Subject.None, "/lists"),
        new("/ThreeLists/AllTasks", "GET", "", Act.ReadLists, Subject.None, "/lists/tasks"),
        new("/ThreeLists/AllTasks", "GET", "Export", Act.ReadLists, Subject.None, "/lists/tasks?handler=Export"),
        new("/ThreeLists/AllProblems", "GET", "", Act.ReadLists, Subject.None, "/lists/problems"),
        new("/ThreeLists/Changes", "GET", "", Act.DecideChange, Subject.None, "/lists/changes"),
        new("/ThreeLists/Changes", "POST", "Refuse", Act.DecideChange, Subject.Change, "/lists/changes?handler=Refuse", "changeId={id}"),
        new("/ThreeLists/Changes", "POST", "Approve", Act.DecideChange, Subject.Change, "/lists/changes?handler=Approve", "changeId={id}"),
        new("/ThreeLists/Claims", "GET", "", Act.DecideChange, Subject.None, "/lists/claims"),
        new("/ThreeLists/Details", "GET", "", Act.ReadLists, Subject.Lists, "/lists/{id}"),
        new("/ThreeLists/Details", "GET", "Export", Act.ReadLists, Subject.Lists, "/lists/{id}?handler=Export"),
        new("/ThreeLists/Details", "POST", "Prepare", Act.FillLists, Subject.Lists, "/lists/{id}?handler=Prepare", "version=-1"),
        new("/ThreeLists/Details", "POST", "Confirm", Act.ConfirmLists, Subject.Lists, "/lists/{id}?handler=Confirm", "version=-1"),
        new("/ThreeLists/Details", "POST", "Extend", Act.MoveDeadline, Subject.Lists, "/lists/{id}?handler=Extend", "version=-1&Reason=x"),
        new("/ThreeLists/Details", "POST", "Unlock", Act.MoveDeadline, Subject.Lists, "/lists/{id}?handler=Unlock", "version=-1&Reason=x"),
        new("/ThreeLists/Details", "POST", "Accept", Act.ReviewLists, Subject.Lists, "/lists/{id}?handler=Accept", "version=-1"),
        new("/ThreeLists/Details", "GET", "Word", Act.ReadLists, Subject.Lists, "/lists/{id}?handler=Word"),
        new("/ThreeLists/Review", "GET", "", Act.ReviewLists, Subject.None, "/lists/review"),
        new("/ThreeLists/Review", "POST", "", Act.ReviewLists, Subject.None, "/lists/review"),
        new("/ThreeLists/History", "GET", "", Act.ReadLists, Subject.Lists, "/lists/{id}/history"),
        new("/ThreeLists/Return", "GET", "", Act.ReviewLists, Subject.Lists, "/lists/{id}/return"),
        new("/ThreeLists/Return", "POST", "", Act.ReviewLists, Subject.Lists, "/lists/{id}/return", "Version=-1"),
        new("/ThreeLists/Import", "GET", "", Act.FillLists, Subject.Lists, "/lists/{id}/import"),
        new("/ThreeLists/Import", "POST", "Upload", Act.FillLists, Subject.Lists, "/lists/{id}/import?handler=Upload"),
        new("/ThreeLists/Import", "POST", "Apply", Act.FillLists, Subject.Lists, "/lists/{id}/import?handler=Apply&upload={upload}", "", Also.OwnUpload),
        new("/ThreeLists/Task", "GET", "", Act.ReadLists, Subject.Lists, "/lists/{id}/tasks/1"),
        new("/ThreeLists/Task", "POST", "Save", Act.FillLists, Subject.Lists, "/lists/{id}/tasks/1?handler=Save", "Input.Version=-1", Also.Editable),
        new("/ThreeLists/Task", "POST", "Delete", Act.FillLists, Subject.Lists, "/lists/{id}/tasks/1?handler=Delete", "version=-1", Also.Editable),
        new("/ThreeLists/Task", "POST", "Change", Act.RequestChange, Subject.Lists, "/lists/{id}/tasks/1?handler=Change"),
        new("/ThreeLists/Problem", "GET", "", Act.ReadLists, Subject.Lists, "/lists/{id}/problems/1"),
        new("/ThreeLists/Problem", "POST", "Save", Act.FillLists, Subject.Lists, "/lists/{id}/problems/1?handler=Save", "Input.Version=-1", Also.Editable),
        new("/ThreeLists/Problem", "POST", "Delete", Act.FillLists, Subject.Lists, "/lists/{id}/problems/1?handler=Delete", "version=-1", Also.Editable),
        new("/ThreeLists/Problem", "POST", "Claim", Act.RequestChange, Subject.Lists, "/lists/{id}/problems/1?handler=Claim", "version=-1"),
        new("/ThreeLists/Problem", "POST", "Verify", Act.DecideChange, Subject.Lists, "/lists/{id}/problems/1?handler=Verify", "version=-1"),
        new("/ThreeLists/Problem", "POST", "Refuse", Act.DecideChange, Subject.Lists, "/lists/{id}/problems/1?handler=Refuse", "version=-1"),
        new("/ThreeLists/Problem", "POST", "Reopen", Act.ReopenProblem, Subject.Lists, "/lists/{id}/problems/1?handler=Reopen", "version=-1"),
        new("/ThreeLists/Duty", "GET", "", Act.ReadLists, Subject.Lists, "/lists/{id}/duties/1"),
        new("/ThreeLists/Duty", "POST", "Save", Act.FillLists, Subject.Lists, "/lists/{id}/duties/1?handler=Save", "Input.Version=-1", Also.Editable),
        new("/ThreeLists/Duty", "POST", "Delete", Act.FillLists, Subject.Lists, "/lists/{id}/duties/1?handler=Delete", "version=-1", Also.Editable),

        new("/Reports/Index", "GET", "", Act.ReadReports, Subject.None, "/reports"),
        new("/Reports/Review", "GET", "", Act.ReviewReports, Subject.None, "/reports/review"),
        new("/Reports/Review", "POST", "", Act.ReviewReports, Subject.None, "/reports/review"),
        new("/Reports/Details", "GET", "", Act.ReadReports, Subject.Report, "/reports/{id}"),
        new("/Reports/Details", "POST", "Accept", Act.ReviewReports, Subject.Report, "/reports/{id}?handler=Accept", "version=-1"),
        new("/Reports/Details", "POST", "ConfirmSignature", Act.ConfirmReports, Subject.Report, "/reports/{id}?handler=ConfirmSignature", "version=-1"),
        new("/Reports/Details", "POST", "Extend", Act.MoveDeadline, Subject.Report, "/reports/{id}?handler=Extend", "version=-1"),
        new("/Reports/Details", "POST", "Unlock", Act.MoveDeadline, Subject.Report, "/reports/{id}?handler=Unlock", "version=-1"),
        new("/Reports/Details", "GET", "Word", Act.ReadReports, Subject.Report, "/reports/{id}?handler=Word"),
        new("/Reports/History", "GET", "", Act.ReadReports, Subject.Report, "/reports/{id}/history"),
        new("/Reports/Version", "GET", "", Act.ReadReports, Subject.Report, "/reports/{id}/versions/1", "", Also.Submitted),
        new("/Reports/Return", "GET", "", Act.ReviewReports, Subject.Report, "/reports/{id}/return"),
        new("/Reports/Return", "POST", "", Act.ReviewReports, Subject.Report, "/reports/{id}/return", "version=-1"),
        new("/Reports/Confirm", "GET", "", Act.ConfirmReports, Subject.Report, "/reports/{id}/confirm"),
        new("/Reports/Confirm", "POST", "", Act.ConfirmReports, Subject.Report, "/reports/{id}/confirm", "version=-1"),
        new("/Reports/Fill", "GET", "", Act.FillReports, Subject.Report, "/reports/{id}/fill", "", Also.LedBack),
        new("/Reports/Fill", "POST", "Save", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Save"),
        new("/Reports/Fill", "POST", "Row", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Row"),
        new("/Reports/Fill", "POST", "Node", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Node", "node=T1"),
        new("/Reports/Fill", "POST", "Quiet", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Quiet"),
        new("/Reports/Fill", "POST", "Check", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Check"),
        new("/Reports/Fill", "POST", "Prepare", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Prepare"),
        new("/Reports/Fill", "POST", "SignOffline", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=SignOffline"),
        new("/Reports/Offline", "GET", "", Act.FillReports, Subject.Report, "/reports/{id}/offline", "", Also.LedBack),
        new("/Reports/Offline", "GET", "Download", Act.FillReports, Subject.Report, "/reports/{id}/offline?handler=Download"),
        new("/Reports/Offline", "POST", "Upload", Act.FillReports, Subject.Report, "/reports/{id}/offline?handler=Upload"),
        new("/Reports/Offline", "POST", "Apply", Act.FillReports, Subject.Report, "/reports/{id}/offline?handler=Apply&upload={upload}", "", Also.OwnUpload),

        new("/Phrases/Index", "GET", "", Act.KeepOwnPhrases, Subject.None, "/phrases"),
        new("/Phrases/Index", "POST", "Add", Act.KeepOwnPhrases, Subject.None, "/phrases?handler=Add"),
        new("/Phrases/Index", "POST", "Save", Act.KeepOwnPhrases, Subject.OwnPhrase, "/phrases?handler=Save", "id={id}&version=-1"),
        new("/Phrases/Index", "POST", "Remove", Act.KeepOwnPhrases, Subject.OwnPhrase, "/phrases?handler=Remove", "id={id}&version=-1"),
        new("/Phrases/District", "GET", "", Act.KeepDistrictPhrases, Subject.None, "/phrases/district"),
        new("/Phrases/District", "POST", "Add", Act.KeepDistrictPhrases, Subject.None, "/phrases/district?handler=Add"),
        new("/Phrases/District", "POST", "Save", Act.KeepDistrictPhrases, Subject.DistrictPhrase, "/phrases/district?handler=Save", "id={id}&version=-1"),
        new("/Phrases/District", "POST", "Remove", Act.KeepDistrictPhrases, Subject.DistrictPhrase, "/phrases/district?handler=Remove", "id={id}&version=-1"),

        // Last, because it ends the session.
        new("/Account/Logout", "POST", "", Act.OwnWork, Subject.None, "/logout"),
    ];
}
