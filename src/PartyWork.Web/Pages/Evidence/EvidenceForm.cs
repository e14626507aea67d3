using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>A piece of evidence as typed: of address, document number and file exactly one.</summary>
public sealed class EvidenceInput
{
    public string? Title { get; set; }

    [Display(Name = "形成日期")]
    public DateOnly? On { get; set; }

    public string? Link { get; set; }
    public string? DocumentNo { get; set; }
    public IFormFile? File { get; set; }
}

/// <summary>From what was typed to the one piece of evidence: what the organisation holds already is found, not kept twice.</summary>
public sealed class EvidenceForm(PartyWorkDb db, CurrentUser user, BusinessClock clock, EvidenceLimits limits)
{
    /// <summary>The item, added to the context when it is new; nothing is saved.</summary>
    public async Task<EvidenceItem> KeepAsync(EvidenceInput input, int organizationId, HttpRequest request)
    {
        var held = db.EvidenceItems.Where(i => i.OrganizationId == organizationId && i.WithdrawnOn == null);
        var (title, on, link, no) = (input.Title?.Trim() ?? "", input.On, Within(input.Link?.Trim() ?? "", request), input.DocumentNo?.Trim() ?? "");
        Rule.Require((link.Length > 0 ? 1 : 0) + (no.Length > 0 ? 1 : 0) + (input.File is null ? 0 : 1) == 1, "系统记录、文号、文件三项请填一项，且只填一项。");
        Rule.Require(on is not null, "请填写佐证日期：所证明的事情是哪一天。");
        if (link.Length > 0)
        {
            return await held.FirstOrDefaultAsync(i => i.Link == link)
                ?? db.Add(EvidenceItem.OfRecord(organizationId, title, on!.Value, link, user.Actor, clock.Today)).Entity;
        }

        if (no.Length > 0)
        {
            return await held.FirstOrDefaultAsync(i => i.DocumentNo == no)
                ?? db.Add(EvidenceItem.OfDocument(organizationId, title, on!.Value, no, user.Actor, clock.Today)).Entity;
        }

        var (file, bytes) = await ReadAsync(input.File!);
        return await held.FirstOrDefaultAsync(i => i.SentHash == file.SentHash)
            ?? db.Add(new EvidenceContent(EvidenceItem.OfFile(organizationId, title.Length > 0 ? title : Stem(file.Name), on!.Value, file, user.Actor, clock.Today), bytes)).Entity.Item;
    }

    private async Task<EvidenceUpload> ReadAsync(IFormFile file)
    {
        Rule.Require(file.Length <= limits.MaxMegabytes * 1024L * 1024, $"“{file.FileName}”超过{limits.MaxMegabytes}MB，请压缩后再上传。");
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content);
        return EvidenceUpload.Read(file.FileName, content.ToArray(), limits);
    }

    private static string Stem(string fileName) => string.Concat(Path.GetFileNameWithoutExtension(fileName).Take(EvidenceItem.TitleMaxLength));

    /// <summary>The address as the browser's bar shows it, without the product's own host.</summary>
    private static string Within(string typed, HttpRequest request) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) ? address.PathAndQuery : typed;
}
