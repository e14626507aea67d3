namespace PartyWork.Web.Tests.Security;

/// <summary>Forty texts that become a script somewhere if they are printed without care; each carries its number, by which it is found again.</summary>
public static class Payloads
{
    public static readonly IReadOnlyList<string> Scripts =
    [
        .. new[]
        {
            "<script>{0}()</script>", "</script><script>{0}()</script>", "<img src=x onerror={0}()>", "\"><img src=x onerror={0}()>", "'><svg onload={0}()>", "\" autofocus onfocus={0}() x=\"", "' onmouseover='{0}()",
            "<svg><script>{0}()</script></svg>", "<iframe srcdoc='<script>{0}()</script>'>", "<iframe src=javascript:{0}()>", "javascript:{0}()", " javascript:{0}()", "JaVaScRiPt:{0}()", "java\tscript:{0}()",
            "data:text/html,<script>{0}()</script>", "<a href=\"javascript:{0}()\">x</a>", "</textarea><script>{0}()</script>", "</title><script>{0}()</script>", "</select><img src=x onerror={0}()>", "--><script>{0}()</script>",
            "]]><script>{0}()</script>", "<math><mi xlink:href=\"javascript:{0}()\">x</mi></math>", "<details open ontoggle={0}()>", "<body onload={0}()>", "<input onfocus={0}() autofocus>", "<video><source onerror={0}()></video>",
            "<object data=\"javascript:{0}()\">", "<embed src=\"javascript:{0}()\">", "<base href=\"//evil.example/\">{0}", "<meta http-equiv=refresh content=\"0;url=javascript:{0}()\">", "<link rel=stylesheet href=//evil.example/{0}.css>",
            "<style>@import '//evil.example/{0}.css';</style>", "<form action=\"javascript:{0}()\"><button>x</button></form>", "<button formaction=\"javascript:{0}()\">x</button>", "&lt;script&gt;{0}()&lt;/script&gt;", "&#60;script&#62;{0}()&#60;/script&#62;",
            "\\u003cscript\\u003e{0}()\\u003c/script\\u003e", "＜script＞{0}()＜/script＞", "<ſcript>{0}()</ſcript>", "<%= {0}() %>",
        }.Select((p, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, p, $"pwn{i:00}")),
    ];
}
