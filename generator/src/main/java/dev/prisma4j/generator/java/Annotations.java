package dev.prisma4j.generator.java;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of annotations in generated code, which users can do without. */
public enum Annotations {
    /** JSpecify's: what may be null. */
    NULLNESS(
            "jspecify",
            Pattern.compile("(?m)^import org\\.jspecify\\..*\\R|^@(org\\.jspecify\\.annotations\\.)?NullMarked\\R"
                    + "|@(org\\.jspecify\\.annotations\\.)?Nullable ")),
    /** Those of Jackson 2 and 3, which are the same: names in JSON where those in Java are others. */
    JSON(
            "jackson",
            Pattern.compile(
                    "(?m)^import com\\.fasterxml\\..*\\R|^ *@JsonValue\\R|@JsonProperty\\(\"([^\"\\\\]|\\\\.)*\"\\) "));

    private static final Pattern GAP = Pattern.compile("\\n{3,}");

    private final String choice;
    private final Pattern pattern;

    Annotations(String choice, Pattern pattern) {
        this.choice = choice;
        this.pattern = pattern;
    }

    /** The option of generator blocks. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values of the option. */
    public List<String> choices() {
        return List.of(choice, "none");
    }

    /** Whether that value of the option leaves them out, or null if it is no value of the option. */
    public @Nullable Boolean leftOutBy(String value) {
        return choices().contains(value) ? value.equals("none") : null;
    }

    /** A source without them. */
    public String removedFrom(String source) {
        return GAP.matcher(pattern.matcher(source).replaceAll("")).replaceAll("\n\n");
    }
}
