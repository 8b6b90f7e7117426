package dev.prisma4j.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One source file under construction: lines of the body, and the imports that they turned out to need. Lines that grow
 * longer than 120 columns are broken after commas.
 */
public final class JavaFile {
    private static final int WIDTH = 120;

    private final String packageName;
    private final Set<String> packageTypes;
    private final TreeMap<String, String> imports = new TreeMap<>();
    private final Set<String> imported = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();
    private int depth;

    /**
     * @param packageName the package of the file
     * @param packageTypes the simple names of all types of that package, which win against imports
     */
    public JavaFile(String packageName, Set<String> packageTypes) {
        this.packageName = packageName;
        this.packageTypes = packageTypes;
    }

    /** The name under which a type of another package can be used here: the short one where it is free. */
    public String use(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        String simple = qualifiedName.substring(dot + 1);
        if (qualifiedName.equals(imports.get(simple))) {
            return simple;
        }
        if (packageTypes.contains(simple) || imports.containsKey(simple)) {
            return qualifiedName;
        }
        imports.put(simple, qualifiedName);
        if (!qualifiedName.substring(0, dot).equals("java.lang")) {
            imported.add(qualifiedName);
        }
        return simple;
    }

    /** A line; one that ends with an opening brace indents those that follow, one that begins with a closing brace ends that. */
    public JavaFile line(String text) {
        if (text.startsWith("}")) {
            depth--;
        }
        addBroken("    ".repeat(depth) + text, "    ".repeat(depth + 2));
        if (text.endsWith("{")) {
            depth++;
        }
        return this;
    }

    /** A line that continues the statement of the one before. */
    public JavaFile continued(String text) {
        lines.add("    ".repeat(depth + 2) + text);
        return this;
    }

    /** Indents what follows, after a block that was opened by a line as it is. */
    public JavaFile open() {
        depth++;
        return this;
    }

    /** An empty line, unless the last one opens a block. */
    public JavaFile gap() {
        String last = lines.isEmpty() ? "{" : lines.get(lines.size() - 1);
        if (!last.endsWith("{") && !last.isEmpty()) {
            lines.add("");
        }
        return this;
    }

    /** A line as it is, however long. */
    public JavaFile verbatim(String text) {
        lines.add(text);
        return this;
    }

    /** A documentation comment, if there is something to say; user text is made safe. */
    public JavaFile doc(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        List<String> paragraphs = text.strip().lines().toList();
        String indent = "    ".repeat(depth);
        if (paragraphs.size() == 1 && paragraphs.get(0).length() + indent.length() + 7 <= WIDTH) {
            lines.add(indent + "/** " + paragraphs.get(0) + " */");
            return this;
        }
        lines.add(indent + "/**");
        for (String paragraph : paragraphs) {
            for (String line : filled(paragraph, WIDTH - indent.length() - 3)) {
                lines.add((indent + " * " + line).stripTrailing());
            }
        }
        lines.add(indent + " */");
        return this;
    }

    /** The text of a schema's comment as Javadoc: what has a meaning there is escaped. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;")
                .replace("{", "&#123;");
    }

    /** A string literal. */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ') {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** The whole file. */
    public String text(String header) {
        StringBuilder text =
                new StringBuilder(header).append("package ").append(packageName).append(";\n\n");
        imported.forEach(name -> text.append("import ").append(name).append(";\n"));
        if (!imported.isEmpty()) {
            text.append('\n');
        }
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private void addBroken(String line, String continuation) {
        String rest = line;
        while (rest.length() > WIDTH) {
            int end = breakBefore(rest, WIDTH, continuation.length());
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = continuation + rest.substring(end).stripLeading();
        }
        lines.add(rest);
    }

    /** The last place up to the width where a line can be broken: after a comma, else after an opening parenthesis. */
    private static int breakBefore(String line, int width, int from) {
        int comma = -1;
        int open = -1;
        boolean quoted = false;
        for (int i = 0; i < line.length() && (i < width || comma < 0 && open < 0); i++) {
            char c = line.charAt(i);
            if (c == '"' && (i == 0 || line.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && i > from && i + 1 < line.length()) {
                if (c == ',' && line.charAt(i + 1) == ' ') {
                    comma = i + 1;
                } else if (c == '(' && line.charAt(i + 1) != ')') {
                    open = i + 1;
                }
            }
        }
        return comma > 0 ? comma : open;
    }

    private static List<String> filled(String text, int width) {
        if (text.isBlank()) {
            return List.of("");
        }
        List<String> result = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                result.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        result.add(line.toString());
        return result;
    }
}
