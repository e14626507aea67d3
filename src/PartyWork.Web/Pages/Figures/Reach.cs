using System.ComponentModel;

namespace PartyWork.Web.Pages.Figures;

/// <summary>Which organisations a query lists.</summary>
public enum Reach
{
    [Description("本级和下一级")] Children,
    [Description("只看本级")] Own,
    [Description("下属全部基层党组织")] Primaries,
}
