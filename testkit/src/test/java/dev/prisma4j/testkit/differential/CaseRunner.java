package dev.prisma4j.testkit.differential;

import dev.prisma4j.schema.queryschema.QuerySchema;
import dev.prisma4j.testkit.DatabaseKind;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Asks both sides the cases of a file on one database, and tells what differs. */
final class CaseRunner {
    private static final int QUERIES = 120;
    private static final int CREATES = 25;
    private static final boolean SHOW = Boolean.getBoolean("prisma4j.show");

    private final DatabaseKind kind;
    private final Map<Comparison, Integer> counts = new EnumMap<>(Comparison.class);
    private final List<String> differences = new ArrayList<>();
    private final Map<String, String> agreed = new LinkedHashMap<>();

    CaseRunner(DatabaseKind kind) {
        this.kind = kind;
    }

    /** How often each outcome was. */
    Map<Comparison, Integer> counts() {
        return counts;
    }

    /** How many answers differ in more than the details of errors. */
    int wrong() {
        return counts.getOrDefault(Comparison.DATA, 0) + counts.getOrDefault(Comparison.CODE, 0);
    }

    int asked() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    List<String> differences() {
        return differences;
    }

    /** The case files of the tests. */
    static List<Path> files() {
        Path folder = Path.of("src/test/resources/differential");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".cases"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the cases whose text contains something. */
    void run(CaseFile file, String wanted) throws IOException, SQLException, InterruptedException {
        try (Arena arena = new Arena(kind, file.schema(kind))) {
            for (Case one : file.seed()) {
                if (one.isFor(kind) && !one.isDefinition()) {
                    String answer = arena.askThem(one.body());
                    if (answer.contains("\"errors\"")) {
                        throw new IllegalStateException(one.place() + " the reference refuses a seed: " + answer);
                    }
                }
            }
            arena.restore(arena.theirContent());
            for (Case one : file.seed()) {
                if (one.isFor(kind) && one.isDefinition()) {
                    arena.define(one.body());
                }
            }
            Map<String, List<String>> seed = arena.theirContent();
            boolean changed = false;
            Map<String, Integer> nth = new HashMap<>();
            for (Case one : file.cases()) {
                String place = one.place() + "#" + nth.merge(one.place(), 1, Integer::sum);
                if (one.isFor(kind)
                        && (one.body().contains(wanted) || one.place().endsWith(wanted))) {
                    if (changed) {
                        arena.restore(seed);
                    }
                    Comparison outcome = compare(arena, one);
                    if (outcome == Comparison.SAME || outcome == Comparison.TEXT) {
                        agreed.put(
                                place,
                                Agreed.fingerprint(arena.lastAnswer(), one.writes() ? arena.ourContent() : Map.of()));
                    }
                    changed = one.writes();
                }
            }
        }
    }

    /** Asks both sides the requests that a seed makes, about the schema that it makes. */
    void generated(long seed) throws IOException, SQLException, InterruptedException {
        String schema = new SchemaGenerator(seed, kind.provider().text()).schema();
        try (Arena arena = new Arena(kind, schema)) {
            QueryGenerator generator = new QueryGenerator(seed, QuerySchema.of(arena.schema()));
            for (int i = 0; i < QUERIES; i++) {
                boolean write = i < CREATES || i % 5 == 0;
                Map<String, Object> request =
                        i < CREATES ? generator.create() : write ? generator.write() : generator.read();
                String body = JsonMapper.shared().writeValueAsString(request);
                Comparison outcome = compare(arena, new Case("seed" + seed + "#" + i, Set.of(), body, write));
                if (write && outcome != Comparison.SAME) {
                    arena.restore(arena.theirContent());
                }
            }
        }
    }

    /** Asks both sides one request, which the differences count. */
    Comparison compare(Arena arena, Case one) throws IOException, SQLException, InterruptedException {
        String theirs = arena.askThem(one.body());
        String ours = arena.askUs(one.body());
        Comparison comparison = Comparison.of(theirs, ours);
        String states = "";
        if (one.writes() && comparison != Comparison.CRASH) {
            states = states(arena);
            if (!states.isEmpty()) {
                comparison = Comparison.DATA;
            }
        }
        counts.merge(comparison, 1, Integer::sum);
        if (SHOW && theirs.contains("\"errors\"") && !theirs.contains("P2009")) {
            System.out.println("SHOW " + one.place() + " " + Answers.told(theirs) + "\nOURS " + Answers.told(ours));
        }
        if (comparison != Comparison.SAME) {
            differences.add(comparison + " " + kind + " " + one.place() + " " + one.body() + "\n  expected "
                    + shortened(theirs) + "\n  ours     " + shortened(ours) + states
                    + (comparison == Comparison.TEXT ? Answers.message(theirs) + Answers.message(ours) : ""));
        }
        return comparison;
    }

    private static String states(Arena arena) throws SQLException {
        Map<String, List<String>> theirs = arena.theirContent();
        Map<String, List<String>> ours = arena.ourContent();
        StringBuilder text = new StringBuilder();
        theirs.forEach((table, rows) -> {
            List<String> a = rows.stream().map(Answers::withoutNew).sorted().toList();
            List<String> b =
                    ours.get(table).stream().map(Answers::withoutNew).sorted().toList();
            if (!a.equals(b)) {
                List<String> missing = new ArrayList<>(a);
                b.forEach(missing::remove);
                List<String> more = new ArrayList<>(b);
                a.forEach(more::remove);
                text.append("\n  table ")
                        .append(table)
                        .append(" expected ")
                        .append(missing)
                        .append(" ours ")
                        .append(more);
            }
        });
        return text.toString();
    }

    private static String shortened(String answer) {
        String text = Answers.told(answer);
        return text.length() > 1500 ? text.substring(0, 1500) + ".." : text;
    }

    /**
     * {@code sqlite,mysql seeds FROM TO} runs seeds; {@code sqlite,mysql file [text]} tries out a file, or the cases of it
     * that contain a text; {@code sqlite file agree} notes what is agreed, for the test without the reference.
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        for (String name : arguments[0].split(",", -1)) {
            CaseRunner runner = new CaseRunner(DatabaseKind.valueOf(name.toUpperCase(Locale.ROOT)));
            if (arguments[1].equals("seeds")) {
                for (long seed = Long.parseLong(arguments[2]); seed <= Long.parseLong(arguments[3]); seed++) {
                    runner.generated(seed);
                }
            }
            for (Path file : files()) {
                if (file.getFileName().toString().startsWith(arguments[1])) {
                    boolean agree = arguments.length > 2 && arguments[2].equals("agree");
                    CaseFile cases = CaseFile.read(file);
                    runner.run(cases, arguments.length > 2 && !agree ? arguments[2] : "");
                    if (agree) {
                        Agreed.write(cases.name(), runner.agreed);
                        runner.agreed.clear();
                    }
                }
            }
            runner.differences().forEach(out::println);
            out.println(name + " " + runner.asked() + " " + runner.counts());
        }
        System.exit(0);
    }
}
