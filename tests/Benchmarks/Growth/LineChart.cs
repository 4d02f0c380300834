using System.Globalization;
using System.Text;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>A line of a chart.</summary>
/// <param name="Points">In ascending order of X.</param>
internal sealed record Line(string Name, IReadOnlyList<(double X, double Y)> Points);

/// <summary>
/// A picture of lines over logarithmic X, as SVG: title, axes with units, a legend, and a description for whoever does not see it. Colours follow
/// light and dark; lines differ in their marks too.
/// </summary>
/// <param name="LogY">Else Y begins at 0.</param>
internal sealed record LineChart(string Title, string Description, string X, string Y, bool LogY, IReadOnlyList<Line> Lines)
{
    private const int Width = 760, Left = 76, Right = 44, Top = 52, Plot = 300, Legend = 22;

    private const string Style = """
        .paper { fill: #ffffff } .ink { fill: #1f2328 } .grid { stroke: #d8dee4 } .axis { stroke: #59636e }
        .c0 { --c: #0969da } .c1 { --c: #bc4c00 } .c2 { --c: #1a7f37 } .c3 { --c: #8250df } .c4 { --c: #9a6700 } .c5 { --c: #cf222e }
        @media (prefers-color-scheme: dark) {
          .paper { fill: #0d1117 } .ink { fill: #e6edf3 } .grid { stroke: #30363d } .axis { stroke: #9198a1 }
          .c0 { --c: #58a6ff } .c1 { --c: #f0883e } .c2 { --c: #3fb950 } .c3 { --c: #bc8cff } .c4 { --c: #d29922 } .c5 { --c: #ff7b72 }
        }
        text { font: 13px system-ui, 'Segoe UI', sans-serif } .title { font-size: 16px; font-weight: 600 }
        .line { stroke: var(--c); fill: none; stroke-width: 2 } .mark { fill: var(--c) }
        """;

    public string Svg()
    {
        var points = Lines.SelectMany(l => l.Points).ToList();
        var (fromX, toX) = Range(points.Select(p => p.X));
        var (fromY, toY) = LogY ? Range(points.Select(p => p.Y)) : (0, Nice(points.Max(p => p.Y)));
        double AtX(double x) => Left + ((Math.Log10(x) - Math.Log10(fromX)) / (Math.Log10(toX) - Math.Log10(fromX)) * (Width - Left - Right));
        double AtY(double y) => Top + Plot - ((LogY ? (Math.Log10(y) - Math.Log10(fromY)) / (Math.Log10(toY) - Math.Log10(fromY)) : y / toY) * Plot);

        var height = Top + Plot + 58 + (Legend * Lines.Count) + 10;
        var svg = new StringBuilder();
        void Say(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Say($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="title description">""");
        Say($"""<title id="title">{Title}</title>""");
        Say($"""<desc id="description">{Description}</desc>""");
        Say($"<style>\n{Style}\n</style>");
        Say($"""<rect class="paper" width="{Width}" height="{height}" rx="6"/>""");
        Say($"""<text class="ink title" x="{Left}" y="28">{Title}</text>""");
        foreach (var x in Decades(fromX, toX))
        {
            Say($"""<line class="grid" x1="{AtX(x):F1}" y1="{Top}" x2="{AtX(x):F1}" y2="{Top + Plot}"/>""");
            Say($"""<text class="ink" x="{AtX(x):F1}" y="{Top + Plot + 20}" text-anchor="middle">{x:N0}</text>""");
        }
        foreach (var y in LogY ? Decades(fromY, toY) : Enumerable.Range(0, 6).Select(i => toY * i / 5))
        {
            Say($"""<line class="grid" x1="{Left}" y1="{AtY(y):F1}" x2="{Width - Right}" y2="{AtY(y):F1}"/>""");
            Say($"""<text class="ink" x="{Left - 8}" y="{AtY(y) + 4:F1}" text-anchor="end">{y:#,0.##}</text>""");
        }
        Say($"""<path class="axis" d="M{Left} {Top}V{Top + Plot}H{Width - Right}" fill="none"/>""");
        Say($"""<text class="ink" x="{(Left + Width - Right) / 2}" y="{Top + Plot + 42}" text-anchor="middle">{X}</text>""");
        Say($"""<text class="ink" x="16" y="{Top + (Plot / 2)}" text-anchor="middle" transform="rotate(-90 16 {Top + (Plot / 2)})">{Y}</text>""");
        foreach (var (n, line) in Lines.Index())
        {
            Say($"""<g class="c{n}">""");
            Say($"""<polyline class="line" points="{string.Join(' ', line.Points.Select(p => FormattableString.Invariant($"{AtX(p.X):F1},{AtY(p.Y):F1}")))}"/>""");
            foreach (var (x, y) in line.Points)
                svg.Append(Mark(n, AtX(x), AtY(y)));
            var key = Top + Plot + 64 + (Legend * n);
            svg.Append(Mark(n, Left + 8, key - 4));
            Say($"""<text class="ink" x="{Left + 24}" y="{key}">{line.Name}</text>""");
            Say($"</g>");
        }
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Circle, square, triangle, and the same again.</summary>
    private static string Mark(int n, double x, double y) => FormattableString.Invariant((n % 3) switch
    {
        0 => $"""<circle class="mark" cx="{x:F1}" cy="{y:F1}" r="4.5"/>""",
        1 => $"""<rect class="mark" x="{x - 4:F1}" y="{y - 4:F1}" width="8" height="8"/>""",
        _ => (FormattableString)$"""<path class="mark" d="M{x:F1} {y - 5:F1}l5 9h-10z"/>""",
    }) + "\n";

    private static IEnumerable<double> Decades(double from, double to)
    {
        for (var at = from; at <= to * 1.001; at *= 10)
            yield return at;
    }

    private static double Floor(double value) => Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-9));

    /// <summary>The powers of ten around all values; a decade at least.</summary>
    private static (double From, double To) Range(IEnumerable<double> values)
    {
        var all = values.ToList();
        var (from, to) = (Floor(all.Min()), Math.Pow(10, Math.Ceiling(Math.Log10(all.Max()) - 1e-9)));
        return (from, to > from ? to : from * 10);
    }

    /// <summary>A round number at or above a value, which five parts divide.</summary>
    private static double Nice(double value)
    {
        var decade = Floor(value);
        return new[] { 1, 2, 2.5, 5, 10 }.Select(n => n * decade).First(n => n >= value);
    }
}
