using System.Diagnostics;
using System.Globalization;

namespace PartyWork.Bench;

/// <summary>A program that is started for the run and stopped with it, whatever happens in between.</summary>
public sealed class Server(Process process) : IAsyncDisposable
{
    private readonly Stopwatch _since = Stopwatch.StartNew();

    /// <summary>Since the program was started.</summary>
    public TimeSpan Age => _since.Elapsed;

    /// <summary>Memory that is its own, and its part of what it shares, in MB; NaN where the system does not say.</summary>
    public double Memory => File.Exists($"/proc/{process.Id}/smaps_rollup")
        ? double.Parse(File.ReadLines($"/proc/{process.Id}/smaps_rollup").First(l => l.StartsWith("Pss:", StringComparison.Ordinal))[4..^2], CultureInfo.InvariantCulture) / 1024
        : double.NaN;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>All that its processors have worked so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <param name="ready">Answers once the program serves.</param>
    public static async Task<Server> StartAsync(string file, IEnumerable<string> arguments, string folder, Dictionary<string, string> settings, string ready)
    {
        var process = Start(file, arguments, folder, settings);
        var server = new Server(process);
        process.OutputDataReceived += (_, _) => { }; // read, or the program stops when the pipe is full
        process.BeginOutputReadLine();
        await AnswersAsync(ready);
        return server;
    }

    /// <summary>Runs to its end; its words are shown when it fails.</summary>
    public static async Task RunAsync(string file, IEnumerable<string> arguments, string folder, Dictionary<string, string> settings)
    {
        using var process = Start(file, arguments, folder, settings);
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: {words}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(string file, IEnumerable<string> arguments, string folder, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task AnswersAsync(string url)
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50))
        {
            try
            {
                using var answer = await client.GetAsync(url);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"{url} did not answer within {Patience.TotalSeconds} s.");
    }
}
