// How the tour tells what it does: chapters, results, and the SQL in between.
package quickstart;

import dev.prisma4j.engine.event.StatementEvent;
import dev.prisma4j.engine.event.StatementListener;
import java.io.PrintStream;

/** Prints the tour. It listens to the client's statements, so the SQL appears above the result that it gave. */
final class Journal implements StatementListener {
    private static final int WIDTH = 150;

    private final PrintStream out;

    Journal(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println("== " + title);
    }

    void say(String what, Object value) {
        out.println("  " + what + ": " + value);
    }

    @Override
    public void onStatement(StatementEvent event) {
        String sql = event.sql().replaceAll("\\s+", " ");
        String shown = sql.length() > WIDTH ? sql.substring(0, WIDTH) + "..." : sql;
        out.println("      " + shown + (event.parameters().isEmpty() ? "" : "  " + event.parameters()));
    }
}
