using Xunit;

namespace PartyWork.Tests;

/// <summary>How far a test goes and what chance it follows. The full figures run with PARTYWORK_LONG=1, which is what <c>bash tests/run.sh --long</c> sets.</summary>
internal static class Runs
{
    public static bool AreLong => Environment.GetEnvironmentVariable("PARTYWORK_LONG") == "1";

    /// <summary>The figure of every run, or the full one.</summary>
    public static int Of(int every, int full) => AreLong ? full : every;

    /// <summary>Always the same chance in every run, so that a change is judged and not its luck, and a new one in a long run. The seed is printed; with PARTYWORK_SEED the same happens again.</summary>
    public static Random Chance(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PARTYWORK_SEED"), out var given) ? given : Of(20_261_218, Random.Shared.Next());
        output.WriteLine($"PARTYWORK_SEED={seed}");
        return new Random(seed);
    }
}
