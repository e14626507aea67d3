namespace PartyWork.Bench;

/// <summary>Medians of the rounds, and the ratios that are goals.</summary>
public sealed class Report
{
    private readonly Dictionary<string, List<Sample>> _samples = [];

    /// <summary>Until the first constant page, and until the first list of somebody who signed in.</summary>
    public TimeSpan FirstConstant { get; set; }
    public TimeSpan FirstList { get; set; }

    /// <summary>MB of the program over 1M tasks after all loads, and what some large workbooks added.</summary>
    public double Memory { get; set; }
    public double ExportGrowth { get; set; }

    public void Add(string name, Sample sample)
    {
        if (!_samples.TryGetValue(name, out var list))
        {
            _samples[name] = list = [];
        }

        list.Add(sample);
    }

    public void PrintLoads()
    {
        Console.WriteLine($"| {"what",-15} | {"requests/s",10} | {"CPU µs",7} | {"p50 ms",7} | {"p99 ms",7} |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (name, _) in _samples)
        {
            Console.WriteLine($"| {name,-15} | {Of(name, s => s.PerSecond),10:0} | {Of(name, s => s.Cpu),7:0} | {Of(name, s => s.P50),7:0.0} | {Of(name, s => s.P99),7:0.0} |");
        }

    }

    /// <returns>False when a “must” is missed.</returns>
    public bool Print()
    {
        PrintLoads();
        Console.WriteLine();
        Console.WriteLine($"First constant page after {FirstConstant.TotalSeconds:0.00} s, first list after {FirstList.TotalSeconds:0.00} s, signing in included.");
        foreach (var peer in _samples.Keys.Where(k => k.StartsWith("peer ", StringComparison.Ordinal)))
        {
            Console.WriteLine($"list 10k against {peer}: {Rate("list 10k") / Rate(peer):0.0} times as many requests a second");
        }

        Console.WriteLine();
        Console.WriteLine("| goal | now | must | stretch | |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");
        return AtLeast("G1 list against raw list, requests/s", Rate("list 10k") / Rate("raw list"), 0.12, 0.20)
            & AtLeast("G1b list against constant page, requests/s", Rate("list 10k") / Rate("constant 30 KB"), 0.012, 0.02)
            & AtMost("G6 p99 of a save, ms", Of("save 10k", s => s.P99), 30, 30, "0.0")
            // No figure was set for the save against its floor; this one is ours.
            & AtLeast("G6 save against raw save, requests/s", Rate("save 10k") / Rate("raw save"), 0.05, 0.10)
            & AtMost("G7 list, 1M against 10k, CPU", Cpu("list 1M") / Cpu("list 10k"), 1.5, 1.2, "0.00")
            & AtMost("G7 item, 1M against 10k, CPU", Cpu("item 1M") / Cpu("item 10k"), 1.5, 1.2, "0.00")
            & AtMost("G7 save, 1M against 10k, CPU", Cpu("save 1M") / Cpu("save 10k"), 1.5, 1.2, "0.00")
            & AtMost("G8 dashboard, 1M against 10k, CPU", Cpu("dashboard 1M") / Cpu("dashboard 10k"), 1.5, 1.2, "0.00")
            & AtMost("G9 memory that exports add, MB", ExportGrowth, 50, 20, "0")
            & AtMost("G10 memory after load, PSS in MB", Memory, 300, 200, "0")
            & AtMost("G11 first list against first constant page", FirstList / FirstConstant, 4, 2.5, "0.0");
    }

    private static bool AtLeast(string goal, double now, double must, double stretch) => Line(goal, $"{now:0.0%}", $"≥ {must:0.0%}", $"≥ {stretch:0.0%}", now >= must, now >= stretch);

    private static bool AtMost(string goal, double now, double must, double stretch, string format) =>
        Line(goal, now.ToString(format, null), $"≤ {must}", $"≤ {stretch}", now <= must, now <= stretch);

    private static bool Line(string goal, string now, string must, string stretch, bool reached, bool stretched)
    {
        Console.WriteLine($"| {goal} | {now} | {must} | {stretch} | {(stretched ? "stretch" : reached ? "must" : "MISSED")} |");
        return reached;
    }

    private double Rate(string name) => Of(name, s => s.PerSecond);

    private double Cpu(string name) => Of(name, s => s.Cpu);

    private double Of(string name, Func<Sample, double> what) => Load.Median(_samples[name].Select(what));
}
