using System.Text.RegularExpressions;
using PartyWork.Web.Demo;

namespace PartyWork.Browser.Tests;

/// <summary>A page as the layout engine has it.</summary>
public sealed partial class Looks
{
    /// <summary>Names and formats that are written so in Chinese offices too.</summary>
    private static readonly HashSet<string> Known = ["Excel", "Word", "PDF", "CSV", "xlsx", "csv", "WMSQ", "wmsq.zjg", "MB", "KB", "Ctrl", "Alt", "docx", "jpg", "png", "pdf", "SHA", "reports", "Windows", "Edge", "Safari", "assessor", "teamlead", .. DemoAccounts.Names];

    public int Width { get; set; }
    public int ScrollWidth { get; set; }

    /// <summary>The element that reaches furthest to the right.</summary>
    public string Widest { get; set; } = "";
    public string Text { get; set; } = "";
    public string[] Links { get; set; } = [];

    /// <summary>Elements of different kinds on the page: where nothing is new, axe has nothing new to say.</summary>
    public string[] Shapes { get; set; } = [];

    /// <summary>Focused by keyboard and not to be told from the rest.</summary>
    public string[] Unseen { get; set; } = [];

    /// <summary>Scrolls sideways with nothing in it that a keyboard could reach.</summary>
    public string[] Unreachable { get; set; } = [];

    public IEnumerable<string> English => Latin().Matches(Text).Select(m => m.Value)
        .Where(w => !Known.Contains(w) && !Code().IsMatch(w) && !w.StartsWith("person", StringComparison.Ordinal)).Distinct();

    public IEnumerable<string> Troubles
    {
        get
        {
            if (ScrollWidth > Width)
            {
                yield return $"{ScrollWidth} wide on {Width}: {Widest}";
            }

            foreach (var one in Unreachable)
            {
                yield return $"scrolls out of the keyboard's reach on {Width}: {one}";
            }
        }
    }

    private const string Common = """
          const root = document.documentElement;
          const shown = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
          const brief = e => e.outerHTML.slice(0, 120);
          const reach = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
          const unreachable = [...document.querySelectorAll('.wide, pre')].filter(e => shown(e) && e.scrollWidth > e.clientWidth + 1 && !e.matches('[tabindex]') && ![...e.querySelectorAll(reach)].some(shown)).map(brief);
          let widest = null;
          if (root.scrollWidth > root.clientWidth) {
            document.body.querySelectorAll('*').forEach(e => { if (shown(e) && !e.closest('.wide') && (!widest || e.getBoundingClientRect().right > widest.getBoundingClientRect().right)) { widest = e; } });
          }
        """;

    public const string WidthScript = "() => {" + Common + """
          return { width: root.clientWidth, scrollWidth: root.scrollWidth, widest: widest ? brief(widest) : '', unreachable };
        }
        """;

    public const string Script = "() => {" + Common + """
          const text = [document.title];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let n = walker.nextNode(); n; n = walker.nextNode()) {
            const p = n.parentElement;
            if (!/^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(p.tagName) && !p.closest('.key, .codes') && (p.tagName === 'OPTION' || shown(p))) { text.push(n.data); }
          }
          const shapes = new Set();
          document.body.querySelectorAll('*').forEach(e => {
            shapes.add(e.tagName + '.' + (e.getAttribute('class') || '') + '#' + (e.getAttribute('type') || '') + (e.getAttribute('role') || ''));
            for (const name of ['placeholder', 'title', 'aria-label', 'alt', 'data-label']) { if (e.hasAttribute(name)) { text.push(e.getAttribute(name)); } }
          });
          const unseen = [];
          const kinds = new Set();
          for (const e of document.querySelectorAll(reach)) {
            const kind = e.tagName + '.' + e.className + e.type;
            if (!shown(e) || e.disabled || kinds.has(kind)) { continue; }
            kinds.add(kind);
            e.focus({ preventScroll: true });
            const s = getComputedStyle(e);
            if (document.activeElement === e && !(s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) && s.boxShadow === 'none') { unseen.push(brief(e)); }
          }
          if (document.activeElement) { document.activeElement.blur(); }
          return {
            width: root.clientWidth, scrollWidth: root.scrollWidth, widest: widest ? brief(widest) : '', text: text.join('\n'), shapes: [...shapes], unseen, unreachable,
            links: [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search),
          };
        }
        """;

    [GeneratedRegex("[A-Za-z][A-Za-z0-9._-]*[A-Za-z]")]
    private static partial Regex Latin();

    /// <summary>组织代码, 统一社会信用代码 and the like.</summary>
    [GeneratedRegex(@"^QH\w*$|^MA[0-9A-Z]{7,}$")]
    private static partial Regex Code();
}
