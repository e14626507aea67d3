using System.Diagnostics;

namespace PartyWork.Bench;

/// <summary>What one run of a load saw.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="Cpu">Microseconds of the server's processors for a request.</param>
/// <param name="P50">Milliseconds within which half of the answers came.</param>
/// <param name="P99">Milliseconds within which 99 of 100 answers came.</param>
public sealed record Sample(double PerSecond, double Cpu, double P50, double P99);

/// <summary>A closed loop: so many clients, each sending its next request when the last was answered. Anything but success ends the run.</summary>
public static class Load
{
    /// <param name="send">Sends one request for the client of that number.</param>
    public static async Task<Sample> RunAsync(int clients, TimeSpan time, Server server, Func<int, Task<HttpResponseMessage>> send)
    {
        var latencies = new List<double>[clients];
        var cpu = server.Cpu;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var mine = latencies[client] = [];
            while (watch.Elapsed < time)
            {
                var began = watch.Elapsed;
                using var answer = await send(client);
                await answer.Content.CopyToAsync(Stream.Null);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode}");
                }

                mine.Add((watch.Elapsed - began).TotalMilliseconds);
            }
        })));
        var elapsed = watch.Elapsed.TotalSeconds;
        var all = latencies.SelectMany(l => l).Order().ToList();
        return new Sample(all.Count / elapsed, (server.Cpu - cpu).TotalMicroseconds / all.Count, At(0.5), At(0.99));

        double At(double share) => all[(int)Math.Min(all.Count - 1, all.Count * share)];
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
