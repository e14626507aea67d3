using System.ComponentModel;

namespace PartyWork.Domain.Rectification;

/// <summary>资金来源.</summary>
public enum FundSource
{
    [Description("财政")] Budget = 1,
    [Description("帮扶单位")] SupportUnit,
    [Description("社会")] Society,
}

/// <summary>What is written of a fund.</summary>
/// <param name="Giver">来源单位.</param>
/// <param name="ArrivedOn">Null: promised.</param>
public sealed record FundText(FundSource Source, string Giver, long AmountFen, string Purpose, DateOnly? ArrivedOn);

/// <summary>整顿资金: promised, arrived, spent row by row. What is promised counts nowhere, and no more is spent than has arrived.</summary>
public sealed class RectificationFund : CaseRecord
{
    private readonly List<FundSpending> _spendings = [];

    public RectificationFund(RectificationCase of, FundText text, Actor by, DateOnly today)
        : base(of, by, today) => Write(text, today);

    private RectificationFund() { }

    public FundSource Source { get; private set; }
    public string Giver { get; private set; } = "";
    public long AmountFen { get; private set; }
    public string Purpose { get; private set; } = "";

    /// <summary>到账日期; null while it is only promised.</summary>
    public DateOnly? ArrivedOn { get; private set; }
    public IReadOnlyList<FundSpending> Spendings => _spendings;

    /// <summary>到账金额: 0 while it is only promised, and once it is withdrawn.</summary>
    public long ArrivedFen => ArrivedOn is not null && !IsWithdrawn ? AmountFen : 0;
    public long SpentFen => _spendings.Where(s => !s.IsWithdrawn).Sum(s => s.AmountFen);
    public long LeftFen => ArrivedFen - SpentFen;

    /// <summary>更正, or 到账 of what was promised.</summary>
    public void Change(FundText text, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(SpentFen == 0 || text.ArrivedOn is not null, "已有支出，不能改为未到账。");
        Rule.Require(text.AmountFen >= SpentFen, "金额不能少于已经支出的数额。");
        Rule.Require(_spendings.TrueForAll(s => s.IsWithdrawn || s.On >= text.ArrivedOn), "到账日期不能晚于已登记的支出日期。");
        Write(text, today);
    }

    /// <summary>支出 of what has arrived; every voucher once.</summary>
    public FundSpending Spend(DateOnly on, long fen, string use, string voucher, Actor by, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(ArrivedOn is not null, "资金到账以后才能登记支出。");
        Rule.Require(fen > 0, "请填写支出金额。");
        Rule.Require(fen <= LeftFen, "支出超过这笔资金的余额，请核对金额。");
        Rule.Require(on >= ArrivedOn && on <= today, $"支出日期应在到账日期（{ArrivedOn:yyyy-MM-dd}）和今天之间。");
        Rule.RequireText(use, TextMaxLength, "支出用途");
        Rule.RequireText(voucher, NameMaxLength, "凭证号");
        Rule.Require(!_spendings.Exists(s => !s.IsWithdrawn && s.VoucherNo == voucher), $"凭证号“{voucher}”已经登记过。");
        var spending = new FundSpending(this, on, fen, use, voucher, by, today);
        _spendings.Add(spending);
        return spending;
    }

    protected override void RequireWithdrawable() => Rule.Require(SpentFen == 0, "已有支出的资金不能撤回；支出有误的，请先撤回支出。");

    private void Write(FundText text, DateOnly today)
    {
        Rule.Require(Enum.IsDefined(text.Source), "请选择资金来源：财政、帮扶单位或社会。");
        Rule.RequireText(text.Giver, NameMaxLength, "来源单位");
        Rule.Require(text.AmountFen is > 0 and <= MostFen, "请填写资金金额，以元为单位。");
        Rule.RequireText(text.Purpose, TextMaxLength, "资金用途");
        if (text.ArrivedOn is { } arrived)
        {
            RequireWithin(Case, arrived, today, "到账日期");
        }

        (Source, Giver, AmountFen, Purpose, ArrivedOn) = (text.Source, text.Giver, text.AmountFen, text.Purpose, text.ArrivedOn);
    }
}

/// <summary>支出 from one fund, with its voucher.</summary>
public sealed class FundSpending : CaseRecord
{
    internal FundSpending(RectificationFund fund, DateOnly on, long fen, string use, string voucher, Actor by, DateOnly today)
        : base(fund.Case, by, today) => (Fund, On, AmountFen, Use, VoucherNo) = (fund, on, fen, use, voucher);

    private FundSpending() { }

    public int FundId { get; private set; }
    public RectificationFund Fund { get; private set; } = null!;
    public DateOnly On { get; private set; }
    public long AmountFen { get; private set; }

    /// <summary>支出用途.</summary>
    public string Use { get; private set; } = "";

    /// <summary>凭证号.</summary>
    public string VoucherNo { get; private set; } = "";
}
