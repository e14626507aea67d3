using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>
/// What was refused goes into the program's log with account, address and status: a forged form, a page that the post may not open, a number guessed, too
/// many tries. What is done is recorded with the same address. Whoever answers a survey stands in no log and no record, whatever becomes of it.
/// </summary>
public sealed class Refusals(RequestDelegate next, ILogger<Refusals> log)
{
    private const string Sentence = "Refused {Status} {Method} {RequestPath} account {Account} post {Post} from {Address}";

    /// <summary>作答 by a code: with an address and an instant beside it the answer would be somebody's.</summary>
    public static bool IsAnswering(PathString path) => path.StartsWithSegments("/s", StringComparison.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context, CurrentUser user, DbLease lease)
    {
        var (method, path) = (context.Request.Method, context.Request.Path); // the page that tells of it is another
        lease.Address = IsAnswering(path) ? "" : $"{context.Connection.RemoteIpAddress}";
        await next(context);
        var status = context.Response.StatusCode;
        var isTold = status is StatusCodes.Status400BadRequest or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests || (status is StatusCodes.Status404NotFound && user.IsSignedIn);
        if (isTold && !IsAnswering(path))
        {
            log.LogWarning(Sentence, status, method, path.Value, user.UserId, user.Post?.HoldingId, context.Connection.RemoteIpAddress);
        }
    }
}
