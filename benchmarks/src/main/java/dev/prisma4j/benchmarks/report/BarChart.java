// One chart as SVG: bars from the left, the shorter the better.
package dev.prisma4j.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Times as multiples of hand-written JDBC's. Written by hand, since a chart library for the JVM brings a dozen further
 * libraries for what are some rectangles.
 */
final class BarChart {
    private static final int LABEL = 150;
    private static final int WIDTH = 720;
    private static final int ROW = 22;
    private static final int TOP = 44;

    private final String title;
    private final String subtitle;

    /** One bar. */
    record Bar(String label, double value, String text, boolean isOurs) {}

    BarChart(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    String svg(List<Bar> bars) {
        int height = TOP + bars.size() * ROW + 10;
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double scale = (WIDTH - LABEL - 110) / most;
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"13\" role=\"img\">%n",
                WIDTH, height, WIDTH, height));
        svg.append(format("<title>%s</title>%n", escaped(title)));
        svg.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, height));
        svg.append(format("<text x=\"10\" y=\"18\" font-weight=\"bold\" fill=\"#222222\">%s</text>%n", escaped(title)));
        svg.append(format("<text x=\"10\" y=\"34\" font-size=\"11\" fill=\"#666666\">%s</text>%n", escaped(subtitle)));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = TOP + i * ROW;
            svg.append(format(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222222\">%s</text>%n",
                    LABEL - 8, y + 15, escaped(bar.label)));
            svg.append(format(
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                    LABEL, y + 3, Math.max(1, bar.value * scale), ROW - 6, bar.isOurs ? "#0f766e" : "#b6bcc6"));
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" fill=\"#222222\">%s</text>%n",
                    LABEL + bar.value * scale + 6, y + 15, escaped(bar.text)));
        }
        return svg.append("</svg>\n").toString();
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
