package dev.prisma4j.schema.validate.config;

import dev.prisma4j.schema.diagnostic.Diagnostics;
import dev.prisma4j.schema.model.Datasource;
import dev.prisma4j.schema.model.Generator;
import dev.prisma4j.schema.model.Provider;
import dev.prisma4j.schema.source.SourceFile;
import dev.prisma4j.schema.syntax.ConfigBlock;
import dev.prisma4j.schema.syntax.Property;
import dev.prisma4j.schema.syntax.SyntaxTree;
import dev.prisma4j.schema.validate.message.ConfigMessages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all datasources and generators of a schema. */
public final class ConfigReader {
    private final Diagnostics diagnostics;
    private final LanguageLevel level;

    public ConfigReader(Diagnostics diagnostics, LanguageLevel level) {
        this.diagnostics = diagnostics;
        this.level = level;
    }

    /** {@return the configuration, as far as it could be understood} */
    public Configuration read(List<SyntaxTree> trees) {
        List<ConfigBlock> datasources = new ArrayList<>();
        List<ConfigBlock> generatorBlocks = new ArrayList<>();
        for (SyntaxTree tree : trees) {
            tree.configs()
                    .forEach(block ->
                            (block.kind() == ConfigBlock.Kind.DATASOURCE ? datasources : generatorBlocks).add(block));
        }
        Provider provider = datasources.isEmpty() ? null : DatasourceReader.peekProvider(datasources.get(0));
        List<Generator> generators = generators(generatorBlocks, provider);
        Set<String> features = new LinkedHashSet<>();
        generators.forEach(generator -> features.addAll(generator.previewFeatures()));
        if (provider == Provider.POSTGRESQL && features.contains("fullTextSearch")) {
            features.add(PreviewFeatures.FULL_TEXT_SEARCH_ON_POSTGRESQL);
        }
        return new Configuration(
                datasource(datasources), extensions(datasources), saysSchemas(datasources), generators, features);
    }

    /** The first one in file order; several in one file are an error. */
    private @Nullable Datasource datasource(List<ConfigBlock> blocks) {
        Datasource first = null;
        Map<SourceFile, List<ConfigBlock>> byFile = new LinkedHashMap<>();
        for (ConfigBlock block : blocks) {
            Datasource datasource = DatasourceReader.read(block, diagnostics, level);
            if (datasource != null) {
                first = first == null ? datasource : first;
                byFile.computeIfAbsent(block.span().file(), file -> new ArrayList<>())
                        .add(block);
            }
        }
        for (List<ConfigBlock> ofFile : byFile.values()) {
            if (ofFile.size() > 1) {
                ofFile.forEach(block -> diagnostics.add(ConfigMessages.severalDatasources(block)));
            }
        }
        return first;
    }

    private static @Nullable Property extensions(List<ConfigBlock> datasources) {
        return datasources.stream()
                .flatMap(block -> block.properties().stream())
                .filter(property -> property.name().text().equals("extensions"))
                .findFirst()
                .orElse(null);
    }

    private static boolean saysSchemas(List<ConfigBlock> datasources) {
        return datasources.stream()
                .flatMap(block -> block.properties().stream())
                .map(Property::name)
                .anyMatch(name -> name.text().equals("schemas"));
    }

    private List<Generator> generators(List<ConfigBlock> blocks, @Nullable Provider provider) {
        GeneratorReader reader = new GeneratorReader(diagnostics, level, provider);
        List<Generator> generators = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ConfigBlock block : blocks) {
            if (!names.add(block.name().text())) {
                diagnostics.add(ConfigMessages.duplicateGenerator(block));
            }
            Generator generator = reader.read(block);
            if (generator != null) {
                generators.add(generator);
            }
        }
        return generators;
    }
}
