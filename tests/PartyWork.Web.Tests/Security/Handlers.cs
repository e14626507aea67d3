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
    Evidence,
    Task,
    Ledger,
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

        new("/Reports/Fill", "POST", "Evidence", Act.FillReports, Subject.Report, "/reports/{id}/fill?handler=Evidence", "line=1"),

        new("/Evidence/Index", "GET", "", Act.ReadEvidence, Subject.None, "/evidence"),
        new("/Evidence/New", "GET", "", Act.KeepEvidence, Subject.None, "/evidence/new"),
        new("/Evidence/New", "POST", "", Act.KeepEvidence, Subject.None, "/evidence/new", "Input.Title=x"),
        new("/Evidence/Details", "GET", "", Act.ReadEvidence, Subject.Evidence, "/evidence/{id}"),
        new("/Evidence/Details", "GET", "File", Act.ReadEvidence, Subject.Evidence, "/evidence/{id}?handler=File"),
        new("/Evidence/Details", "POST", "Withdraw", Act.KeepEvidence, Subject.Evidence, "/evidence/{id}?handler=Withdraw", "version=-1&reason=x"),
        new("/Evidence/Details", "POST", "Remove", Act.KeepEvidence, Subject.Evidence, "/evidence/{id}?handler=Remove", "version=-1"),
        new("/Evidence/Details", "POST", "Detach", Act.KeepEvidence, Subject.Evidence, "/evidence/{id}?handler=Detach", "version=-1"),
        new("/Evidence/Attach", "GET", "", Act.KeepEvidence, Subject.Task, "/evidence/attach/task/{id}"),
        new("/Evidence/Attach", "POST", "Use", Act.KeepEvidence, Subject.Task, "/evidence/attach/task/{id}?handler=Use"),
        new("/Evidence/Attach", "POST", "Add", Act.KeepEvidence, Subject.Task, "/evidence/attach/task/{id}?handler=Add"),

        new("/Ledger/Index", "GET", "", Act.ReadLedger, Subject.None, "/ledger"),
        new("/Ledger/Details", "GET", "", Act.ReadLedger, Subject.Ledger, "/ledger/{id}/2026"),
        new("/Ledger/Details", "POST", "Write", Act.KeepLedger, Subject.Ledger, "/ledger/{id}/2026?handler=Write", "version=-1"),
        new("/Ledger/Details", "POST", "Remove", Act.KeepLedger, Subject.Ledger, "/ledger/{id}/2026?handler=Remove", "version=-1"),
        new("/Ledger/Details", "POST", "Submit", Act.KeepLedger, Subject.Ledger, "/ledger/{id}/2026?handler=Submit", "version=-1"),
        new("/Ledger/Booklet", "GET", "", Act.ReadLedger, Subject.Ledger, "/ledger/{id}/2026/booklet"),

        // Last, because it ends the session.
        new("/Account/Logout", "POST", "", Act.OwnWork, Subject.None, "/logout"),
    ];
}
