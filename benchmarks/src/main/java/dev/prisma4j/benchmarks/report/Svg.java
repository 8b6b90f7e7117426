// What all charts share: a frame, colours that also suit a dark page, and text that is safe.
package dev.prisma4j.benchmarks.report;

import java.util.Locale;

/**
 * A picture that is written by hand, since a chart library for the JVM brings a dozen further libraries for what are some
 * lines and rectangles. It has no background, and its colours change with the reader's dark mode.
 */
final class Svg {
    static final int WIDTH = 760;

    private static final String STYLE = """
            <style>
            text { fill: #24292f; font: 12px sans-serif; }
            .title { font-size: 14px; font-weight: bold; }
            .small { fill: #57606a; font-size: 11px; }
            .ours { fill: #0f766e; font-weight: bold; }
            .bar, .dot { fill: #afb8c1; }
            .our-bar, .our-dot { fill: #0f766e; }
            .grid { stroke: #d0d7de; stroke-width: 1; }
            .limit { stroke: #57606a; stroke-width: 1.5; }
            .goal { stroke: #bf3989; stroke-width: 2; }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3; }
              .small { fill: #9198a1; }
              .ours, .our-bar, .our-dot { fill: #2dd4bf; }
              .bar, .dot { fill: #6e7681; }
              .grid { stroke: #30363d; }
              .limit { stroke: #9198a1; }
              .goal { stroke: #f778ba; }
            }
            </style>
            """;

    private final StringBuilder body = new StringBuilder();

    /** Starts one with a title and a line below it. */
    Svg(String title, String subtitle) {
        body.append("<title>").append(escaped(title)).append("</title>\n").append(STYLE);
        text(10, 18, "title", "start", title);
        text(10, 34, "small", "start", subtitle);
    }

    /** Text at a place; the anchor is {@code start}, {@code middle} or {@code end}. */
    void text(double x, double y, String style, String anchor, String text) {
        body.append(format(
                "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>%n",
                x, y, style, anchor, escaped(text)));
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        body.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>%n", x1, y1, x2, y2, style));
    }

    void bar(double x, double y, double width, double height, String style) {
        body.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\" class=\"%s\"/>%n",
                x, y, width, height, style));
    }

    /** A dot that tells its name when it is pointed at. */
    void dot(double x, double y, double radius, String style, String name) {
        body.append(format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"><title>%s</title></circle>%n",
                x, y, radius, style, escaped(name)));
    }

    /** The whole file. */
    String whole(int height) {
        return format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                                + " role=\"img\">%n",
                        WIDTH, height, WIDTH, height)
                + body + "</svg>\n";
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text.replace("%n", "\n"), values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
