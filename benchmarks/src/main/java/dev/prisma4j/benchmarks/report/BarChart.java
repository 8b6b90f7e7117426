// One operation as bars: the shorter, the better.
package dev.prisma4j.benchmarks.report;

import java.util.List;

/** The times of all libraries in one operation on one database. */
final class BarChart {
    private static final int LABEL = 160;
    private static final int ROOM = Svg.WIDTH - LABEL - 150;
    private static final int ROW = 22;
    private static final int TOP = 62;

    private BarChart() {}

    /**
     * One bar.
     *
     * @param value microseconds
     * @param text what is written at its end
     */
    record Bar(String label, double value, String text, boolean isOurs) {}

    static String svg(String title, List<Bar> bars) {
        Svg svg = new Svg(title, "Time per operation; shorter is better");
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double step = step(most);
        int bottom = TOP + bars.size() * ROW;
        for (int i = 0; i * step <= most; i++) {
            double x = LABEL + i * step / most * ROOM;
            svg.line(x, TOP - 4, x, bottom, "grid");
            svg.text(x, TOP - 9, "small", "middle", i == 0 ? "0" : Numbers.time(i * step));
        }
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = TOP + i * ROW;
            double width = Math.max(1, bar.value / most * ROOM);
            svg.text(LABEL - 8, y + 15, bar.isOurs ? "ours" : "label", "end", bar.label);
            svg.bar(LABEL, y + 3, width, ROW - 6, bar.isOurs ? "our-bar" : "bar");
            svg.text(LABEL + width + 6, y + 15, bar.isOurs ? "ours" : "label", "start", bar.text);
        }
        return svg.whole(bottom + 10);
    }

    /** A round number, three to six of which reach the longest bar. */
    private static double step(double most) {
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        double parts = most / step;
        return parts < 1.5 ? step / 4 : parts < 3 ? step / 2 : parts < 6 ? step : step * 2;
    }
}
