using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>A piece of evidence as typed.</summary>
public sealed class EvidenceInput
{
    public EvidenceKind Kind { get; set; } = EvidenceKind.SystemRecord;
    public string? Title { get; set; }
    public DateOnly? On { get; set; }
    public string? Link { get; set; }
    public string? DocumentNo { get; set; }
    public IFormFile? File { get; set; }
}

/// <summary>From what was typed to the one piece of evidence: what the organisation holds already is found, not kept twice.</summary>
public sealed class EvidenceForm(PartyWorkDb db, CurrentUser user, BusinessClock clock, EvidenceLimits limits)
{
    public EvidenceLimits Limits => limits;

    /// <summary>The item, added to the context when it is new; nothing is saved.</summary>
    public async Task<EvidenceItem> KeepAsync(EvidenceInput input, int organizationId, HttpRequest request)
    {
        var held = db.EvidenceItems.Where(i => i.OrganizationId == organizationId && i.WithdrawnOn == null);
        var (title, on) = (input.Title?.Trim() ?? "", input.On);
        Rule.Require(on is not null, "请填写佐证日期：所证明的事情是哪一天。");
        switch (input.Kind)
        {
            case EvidenceKind.SystemRecord:
                var link = Within(input.Link?.Trim() ?? "", request);
                return await held.FirstOrDefaultAsync(i => i.Link == link)
                    ?? Add(EvidenceItem.OfRecord(organizationId, title, on!.Value, link, user.Actor, clock.Today));
            case EvidenceKind.DocumentNumber:
                var no = input.DocumentNo?.Trim() ?? "";
                return await held.FirstOrDefaultAsync(i => i.DocumentNo == no && no != "")
                    ?? Add(EvidenceItem.OfDocument(organizationId, title, on!.Value, no, user.Actor, clock.Today));
            default:
                var (file, bytes) = await ReadAsync(input.File);
                if (await held.FirstOrDefaultAsync(i => i.SentHash == file.SentHash) is { } same)
                {
                    return same;
                }

                var item = EvidenceItem.OfFile(organizationId, title.Length > 0 ? title : Stem(file.Name), on!.Value, file, user.Actor, clock.Today);
                db.Add(new EvidenceContent(item, bytes));
                return item;
        }
    }

    private EvidenceItem Add(EvidenceItem item)
    {
        db.Add(item);
        return item;
    }

    private async Task<EvidenceUpload> ReadAsync(IFormFile? file)
    {
        Rule.Require(file is not null, "请选择要上传的文件。");
        Rule.Require(file!.Length <= limits.MaxMegabytes * 1024L * 1024, $"“{file.FileName}”超过{limits.MaxMegabytes}MB，请压缩后再上传。");
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content);
        return EvidenceUpload.Read(file.FileName, content.ToArray(), limits);
    }

    private static string Stem(string fileName) => Path.GetFileNameWithoutExtension(fileName) is { } stem && stem.Length > EvidenceItem.TitleMaxLength ? stem[..EvidenceItem.TitleMaxLength] : Path.GetFileNameWithoutExtension(fileName);

    /// <summary>The address as the browser's bar shows it, without the product's own host.</summary>
    private static string Within(string typed, HttpRequest request) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) ? address.PathAndQuery : typed;
}
