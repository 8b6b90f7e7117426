// The part of the page about one database.
package dev.prisma4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chart of all operations, the table of ratios, and, folded away, bytes and a chart per operation. */
final class VenuePage {
    private final Ratios ratios;
    private final String venue;
    private final List<Operation> operations;
    private final List<String> peers;

    VenuePage(Ratios ratios, String venue) {
        this.ratios = ratios;
        this.venue = venue;
        this.operations = ratios.operations(venue);
        this.peers = ratios.peers(venue);
    }

    void write(StringBuilder page, Map<String, String> files) {
        String title = Ratios.title(venue);
        page.append("\n## ").append(title).append("\n\n");
        files.put(venue + ".svg", DotPlot.svg(title + ": all libraries", lines()));
        page.append("![").append(title).append("](").append(venue).append(".svg)\n\n");
        table(page);
        page.append("\n<details><summary>Allocated bytes per operation</summary>\n\n");
        bytes(page);
        page.append("\n</details>\n\n<details><summary>Charts of the single operations</summary>\n");
        for (Operation operation : operations) {
            String file = venue + "-" + operation.id() + ".svg";
            files.put(file, BarChart.svg(operation.title() + ", " + title, bars(operation)));
            page.append("\n![")
                    .append(operation.title())
                    .append("](")
                    .append(file)
                    .append(")\n");
        }
        page.append("\n</details>\n");
    }

    private List<DotPlot.Line> lines() {
        List<DotPlot.Line> lines = new ArrayList<>();
        for (Operation operation : operations) {
            List<DotPlot.Dot> others = new ArrayList<>();
            for (String peer : peers) {
                double ratio = ratios.ratio(venue, operation, peer);
                if (!Double.isNaN(ratio)) {
                    others.add(new DotPlot.Dot(Ratios.title(peer), ratio));
                }
            }
            lines.add(new DotPlot.Line(
                    operation.title(),
                    ratios.ratio(venue, operation, Ratios.OURS),
                    operation.kind().goal(venue),
                    others));
        }
        return lines;
    }

    private void table(StringBuilder page) {
        page.append("| operation | JDBC | prisma4j | goal |");
        peers.forEach(peer -> page.append(' ').append(Ratios.title(peer)).append(" |"));
        page.append("\n| --- | ---: | ---: | --- |")
                .append(" ---: |".repeat(peers.size()))
                .append('\n');
        for (Operation operation : operations) {
            List<String> faster = ratios.faster(venue, operation);
            double spread = ratios.spread(venue, operation);
            page.append("| ").append(operation.title());
            page.append(" | ").append(Numbers.time(ratios.jdbc(venue, operation)));
            page.append(" | ").append(bold(ratios.ratio(venue, operation, Ratios.OURS), faster.isEmpty()));
            page.append(Double.isNaN(spread) ? "" : Numbers.format(" ± %.2f", spread));
            page.append(ratios.isMet(venue, operation) ? " | met ≤ " : " | **missed** ≤ ");
            page.append(Numbers.format("%.2f |", operation.kind().goal(venue)));
            for (String peer : peers) {
                page.append(' ')
                        .append(bold(
                                ratios.ratio(venue, operation, peer), !faster.isEmpty() && peer.equals(faster.get(0))))
                        .append(" |");
            }
            page.append('\n');
        }
    }

    private static String bold(double ratio, boolean isBold) {
        return isBold ? "**" + Numbers.ratio(ratio) + "**" : Numbers.ratio(ratio);
    }

    private List<BarChart.Bar> bars(Operation operation) {
        List<String> names = new ArrayList<>(Ratios.WAYS_BY_HAND);
        names.add(Ratios.OURS);
        names.addAll(peers);
        names.add(Ratios.NODE);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (String name : names) {
            Sample sample = ratios.sample(venue, operation, name);
            if (sample != null) {
                String text = Numbers.time(sample.median()) + " (" + Numbers.ratio(ratios.ratio(venue, operation, name))
                        + "x)";
                bars.add(new BarChart.Bar(Ratios.title(name), sample.median(), text, name.equals(Ratios.OURS)));
            }
        }
        return bars;
    }

    private void bytes(StringBuilder page) {
        List<String> all = new ArrayList<>(List.of("jdbc", Ratios.OURS));
        all.addAll(peers);
        page.append("| operation |");
        all.forEach(name -> page.append(' ').append(Ratios.title(name)).append(" |"));
        page.append("\n| --- |").append(" ---: |".repeat(all.size())).append('\n');
        for (Operation operation : operations) {
            page.append("| ").append(operation.title()).append(" |");
            for (String name : all) {
                Sample sample = ratios.sample(venue, operation, name);
                double bytes = sample == null ? Double.NaN : sample.medianBytes();
                page.append(' ')
                        .append(Double.isNaN(bytes) ? "" : Numbers.format("%,.0f", bytes))
                        .append(" |");
            }
            page.append('\n');
        }
    }
}
