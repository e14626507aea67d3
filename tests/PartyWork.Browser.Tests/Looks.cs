namespace PartyWork.Browser.Tests;

/// <summary>A page as the layout engine has it.</summary>
public sealed class Looks
{
    public int Width { get; set; }
    public int ScrollWidth { get; set; }

    /// <summary>The element that reaches furthest to the right.</summary>
    public string Widest { get; set; } = "";

    /// <summary>Focused by keyboard and not to be told from the rest.</summary>
    public string[] Unseen { get; set; } = [];

    /// <summary>Scrolls sideways with nothing in it that a keyboard could reach.</summary>
    public string[] Unreachable { get; set; } = [];

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
          return { width: root.clientWidth, scrollWidth: root.scrollWidth, widest: widest ? brief(widest) : '', unseen, unreachable };
        }
        """;
}
