// One database at a glance: a line per operation with a dot per library, on a logarithmic axis.
package dev.prisma4j.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** All operations on one database as multiples of JDBC's time. */
final class DotPlot {
    private static final int LABEL = 250;
    private static final int ROOM = Svg.WIDTH - LABEL - 30;
    private static final int ROW = 22;
    private static final int TOP = 76;
    private static final List<Double> TICKS = List.of(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0);

    private DotPlot() {}

    /**
     * One operation.
     *
     * @param ours prisma4j's ratio
     * @param goal the ratio that prisma4j is to reach
     */
    record Line(String label, double ours, double goal, List<Dot> others) {}

    /** Another library's ratio. */
    record Dot(String name, double ratio) {}

    static String svg(String title, List<Line> lines) {
        Svg svg = new Svg(title, "Time as a multiple of hand-written JDBC's, on a logarithmic scale; left is better");
        double most = lines.stream()
                .flatMap(line -> line.others.stream())
                .mapToDouble(Dot::ratio)
                .max()
                .orElse(10);
        double end = Math.log(Math.max(most, 4) * 1.1);
        int bottom = TOP + lines.size() * ROW;
        svg.dot(LABEL, 48, 5, "our-dot", "prisma4j");
        svg.text(LABEL + 10, 52, "ours", "start", "prisma4j");
        svg.dot(LABEL + 90, 48, 4, "dot", "others");
        svg.text(LABEL + 100, 52, "label", "start", "the other libraries, named where pointed at");
        svg.line(LABEL + 400, 42, LABEL + 400, 54, "goal");
        svg.text(LABEL + 406, 52, "label", "start", "prisma4j's goal");
        for (double tick : TICKS) {
            if (Math.log(tick) <= end) {
                double x = x(tick, end);
                svg.line(x, TOP - 2, x, bottom, tick == 1 ? "limit" : "grid");
                svg.text(x, TOP - 6, "small", "middle", tick == 1 ? "1 = JDBC" : label(tick));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double y = TOP + i * ROW + ROW / 2.0;
            svg.text(LABEL - 24, y + 4, "label", "end", line.label);
            svg.line(x(line.goal, end), y - 8, x(line.goal, end), y + 8, "goal");
            for (Dot other : line.others) {
                svg.dot(x(other.ratio, end), y, 4, "dot", other.name + " " + Numbers.ratio(other.ratio));
            }
            svg.dot(x(line.ours, end), y, 5, "our-dot", "prisma4j " + Numbers.ratio(line.ours));
        }
        return svg.whole(bottom + 10);
    }

    private static String label(double tick) {
        return tick < 1 ? Double.toString(tick) : String.format(Locale.ROOT, "%.0f", tick);
    }

    private static double x(double ratio, double end) {
        double start = Math.log(0.45);
        return LABEL + (Math.log(Math.max(ratio, 0.45)) - start) / (end - start) * ROOM;
    }
}
