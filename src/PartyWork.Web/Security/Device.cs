namespace PartyWork.Web.Security;

/// <summary>A browser in its user's words, from what it says of itself.</summary>
public static class Device
{
    private static readonly (string Mark, string Word)[] Machines =
    [
        ("Android", "安卓手机"), ("iPhone", "苹果手机"), ("iPad", "苹果平板"), ("HarmonyOS", "鸿蒙手机"), ("Windows", "Windows 电脑"), ("Mac OS", "苹果电脑"), ("Linux", "国产系统电脑"),
    ];

    private static readonly (string Mark, string Word)[] Browsers =
    [
        ("wxwork", "企业微信"), ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge 浏览器"), ("QIHU", "360 浏览器"), ("QQBrowser", "QQ 浏览器"), ("MetaSr", "搜狗浏览器"), ("UCBrowser", "UC 浏览器"),
        ("Firefox", "火狐浏览器"), ("Chrome", "谷歌浏览器"), ("Safari", "Safari 浏览器"),
    ];

    public static string Words(string agent) => $"{Word(Machines, agent, "其他设备")}，{Word(Browsers, agent, "其他浏览器")}";

    private static string Word((string Mark, string Word)[] known, string agent, string other) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.OrdinalIgnoreCase)).Word ?? other;
}
