namespace PartyWork.Web.Pages.Organizations;

/// <summary>Phone numbers are open to posts above or in the organisation; others see 138****5678.</summary>
public static class PhoneMask
{
    private const int Hidden = 4, Mobile = 11;

    public static string Show(string phone, bool open) =>
        phone.Length == 0 ? "—" : open ? phone
        : phone.Length >= Mobile ? $"{phone[..(Mobile - (2 * Hidden))]}****{phone[^Hidden..]}"
        : $"{phone[..Math.Max(0, phone.Length - Hidden)]}****";
}
