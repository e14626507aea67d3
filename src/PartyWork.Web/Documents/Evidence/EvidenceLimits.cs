namespace PartyWork.Web.Documents.Evidence;

/// <summary>What may be uploaded as evidence; the district may change it in its settings, section Evidence.</summary>
public sealed record EvidenceLimits
{
    /// <summary>The largest file, in megabytes of 1,024 × 1,024 bytes.</summary>
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>Kinds of file by their extension, of those the program can judge, separated by commas.</summary>
    public string Types { get; init; } = "jpg,png,pdf,docx,xlsx";

    /// <summary>Pictures are made no longer than this on their longer side, in pixels.</summary>
    public int LongestSide { get; init; } = 2_000;

    /// <summary>A picture that declares more pixels, in millions, is refused before it is decoded.</summary>
    public int MaxMegapixels { get; init; } = 50;

    public string[] Kinds => Types.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>For the file dialogue: .jpg,.png,…</summary>
    public string Accept => string.Join(',', Kinds.Select(k => "." + k)) + (Kinds.Contains("jpg") ? ",.jpeg" : "");

    public string InWords => $"{string.Join("、", Kinds)}，每个不超过{MaxMegabytes}MB";
}
