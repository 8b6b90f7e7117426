package dev.prisma4j.migrate.introspect;

import dev.prisma4j.migrate.target.TargetDialect;
import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.format.Formatter;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.syntax.Comment;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Parser;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.syntax.TopLevelItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the files of an introspected schema: what is not a model or enum stays, every model stays in its file. */
final class SchemaWriter {
    private static final Pattern PREVIEW_FEATURES = Pattern.compile("previewFeatures\\s*=\\s*\\[");

    private static final String COMMENTED_ENUM =
            "This enum is commented in the database, and requires an additional setup for migrations: Read more:"
                    + " https://pris.ly/d/database-comments";

    private final Introspector context;
    private final List<SourceFile> files;
    private final boolean partialIndexes;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

    /**
     * Makes a writer.
     *
     * @param partialIndexes whether there are some, which the schema then has to ask for
     */
    SchemaWriter(Introspector context, List<SourceFile> files, boolean partialIndexes) {
        this.context = context;
        this.files = files;
        this.partialIndexes = partialIndexes;
    }

    List<SourceFile> write(List<ModelDraft> models, List<EnumDraft> enums, TargetDialect dialect) {
        for (SourceFile file : files) {
            texts.put(file.name(), new StringBuilder(kept(file)));
        }
        String fallback = newFile();
        for (ModelDraft model : models) {
            append(
                    model.known == null ? null : model.known.sourceFile(),
                    fallback,
                    new ModelText(model, context, dialect).render());
        }
        for (EnumDraft draft : enums) {
            append(draft.known() == null ? null : draft.known().sourceFile(), fallback, enumText(draft));
        }
        List<SourceFile> written = new ArrayList<>();
        texts.forEach((name, text) -> {
            written.add(SourceFile.of(name, text.toString()));
        });
        return Formatter.format(written);
    }

    /** Where new models go: into the file, or beside the files. */
    private String newFile() {
        if (files.size() == 1) {
            return files.get(0).name();
        }
        String first = files.get(0).name();
        int slash = Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\'));
        return first.substring(0, slash + 1) + "introspected.prisma";
    }

    private void append(@Nullable String file, String fallback, String block) {
        String name = file != null && texts.containsKey(file) ? file : fallback;
        StringBuilder text = texts.computeIfAbsent(name, n -> new StringBuilder());
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(block);
    }

    /** The configuration of a file with the comments around it, but not the documentation of models. */
    private String kept(SourceFile file) {
        SyntaxTree tree = Parser.parse(file, new Diagnostics());
        StringBuilder text = new StringBuilder();
        for (TopLevelItem item : tree.items()) {
            if (item instanceof ConfigBlock block) {
                if (text.length() > 0 && text.charAt(text.length() - 1) == '}') {
                    text.append("\n\n");
                }
                if (block.documentation() != null) {
                    block.documentation()
                            .lines()
                            .forEach(l ->
                                    text.append(("/// " + l).stripTrailing()).append('\n'));
                }
                text.append(configuration(block)).append("\n\n");
            } else if (item instanceof Comment comment && comment.kind() == Comment.Kind.LINE) {
                text.append(comment.span().text()).append('\n');
            }
        }
        return text.toString().stripTrailing() + (text.length() > 0 ? "\n" : "");
    }

    private String configuration(ConfigBlock block) {
        String text = block.span().text();
        if (!partialIndexes || !text.startsWith("generator") || text.contains("\"partialIndexes\"")) {
            return text;
        }
        Matcher features = PREVIEW_FEATURES.matcher(text);
        if (features.find()) {
            String separator = text.substring(features.end()).stripLeading().startsWith("]") ? "" : ", ";
            return text.substring(0, features.end()) + "\"partialIndexes\"" + separator
                    + text.substring(features.end());
        }
        int end = text.lastIndexOf('}');
        return text.substring(0, end) + "  previewFeatures = [\"partialIndexes\"]\n" + text.substring(end);
    }

    private String enumText(EnumDraft draft) {
        StringBuilder text = new StringBuilder();
        if (draft.known() != null && draft.known().documentation() != null) {
            draft.known()
                    .documentation()
                    .lines()
                    .forEach(l -> text.append(("/// " + l).stripTrailing()).append('\n'));
        }
        if (draft.commented()) {
            text.append("/// ").append(COMMENTED_ENUM).append('\n');
        }
        text.append("enum ").append(draft.name()).append(" {\n");
        for (String value : draft.values()) {
            value(draft, value, text);
        }
        text.append('\n');
        String stored = draft.known() == null
                ? draft.databaseName().name()
                : draft.known().databaseName();
        boolean said = draft.known() != null && draft.known().mappedName() != null;
        if (said || !stored.equals(draft.name())) {
            text.append("  @@map(").append(SchemaNames.quoted(stored)).append(")\n");
        }
        String namespace = context.namespace(draft.databaseName());
        if (namespace != null) {
            text.append("  @@schema(").append(SchemaNames.quoted(namespace)).append(")\n");
        }
        return text.append("}\n").toString();
    }

    private static void value(EnumDraft draft, String value, StringBuilder text) {
        String name = draft.valueName(value);
        draft.documentation(value)
                .lines()
                .forEach(l -> text.append(("  /// " + l).stripTrailing()).append('\n'));
        String map = name.equals(value) && !draft.isMapped(value) ? "" : " @map(" + SchemaNames.quoted(value) + ")";
        text.append("  ")
                .append(name.isEmpty() ? "// " + value.replaceAll("\\s", " ") : name)
                .append(map)
                .append('\n');
    }
}
