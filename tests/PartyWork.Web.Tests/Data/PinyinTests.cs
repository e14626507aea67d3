using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Data;

/// <summary>First letters in pinyin, for searching and for account names.</summary>
public sealed class PinyinTests
{
    // The commonest surnames; those with a reading of their own as surnames among them.
    private const string Surnames =
        "王W李L张Z刘L陈C杨Y赵Z黄H周Z吴W徐X孙S胡H朱Z高G林L何H郭G马M罗L梁L宋S郑Z谢X韩H唐T冯F于Y董D萧X程C曹C袁Y邓D许X傅F沈S曾Z彭P吕L苏S卢L蒋J蔡C贾J丁D魏W薛X叶Y阎Y余Y潘P杜D戴D夏X钟Z汪W田T任R姜J范F方F石S" +
        "姚Y谭T廖L邹Z熊X金J陆L郝H孔K白B崔C康K毛M邱Q秦Q江J史S顾G侯H邵S孟M龙L万W段D雷L钱Q汤T尹Y黎L易Y常C武W乔Q贺H赖L龚G文W欧O牛N宁N聂N阮R荣R艾A安A鲍B柯K梅M莫M";

    [Fact]
    public void Surnames_are_found_by_their_first_letter() =>
        Assert.Empty(Surnames.Chunk(2).Where(c => Pinyin.Initials(c[0].ToString()) != c[1].ToString()).Select(c => $"{c[0]} is {Pinyin.Initials(c[0].ToString())}, not {c[1]}"));

    [Fact]
    public void Letters_and_digits_stay_and_marks_go() => Assert.Equal("WMSQ3HA", Pinyin.Initials("文明社区（3号）·A"));
}
