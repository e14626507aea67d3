using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>A page of the register that the address names.</summary>
public abstract class RegisterPage(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog registers) : WorkPage
{
    public Register Register { get; private set; } = null!;
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    /// <summary>False: there is no such register, or none for this post.</summary>
    protected bool Find(string key)
    {
        if (registers.Find(key) is not { } register || !register.MayRead(user))
        {
            return false;
        }

        Register = register;
        return true;
    }

    protected string Here => $"/registers/{Register.Key}";

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected IActionResult Forbidden() => StatusCode(StatusCodes.Status403Forbidden);
}
