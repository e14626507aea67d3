namespace PartyWork.Web.Pages.Organizations;

/// <summary>Phone numbers are seen as 138****5678 until somebody above or in the organisation asks for them (<see cref="PhoneReveal"/>).</summary>
public static class PhoneMask
{
    private const int Hidden = 4, Mobile = 11;

    public static string Show(string phone, bool open) =>
        phone.Length == 0 ? "—" : open ? phone
        : phone.Length >= Mobile ? $"{phone[..(Mobile - (2 * Hidden))]}****{phone[^Hidden..]}"
        : $"{phone[..Math.Max(0, phone.Length - Hidden)]}****";
}
