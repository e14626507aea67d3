namespace PartyWork.Web.Demo;

public sealed class DemoDistrict
{
    public Task LoadAsync(DateOnly? at) => Task.CompletedTask;

    public static string Welcome(IEnumerable<string> urls) => string.Join(' ', urls);
}
