package dev.prisma4j.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds the records with {@code @Shape}; says what is wrong with one, or generates the class that reads it. */
@SupportedAnnotationTypes(ShapeProcessor.ANNOTATION)
public final class ShapeProcessor extends AbstractProcessor {
    static final String ANNOTATION = "dev.prisma4j.client.Shape";

    private final Map<String, String> generated = new HashMap<>();

    /** For the compiler. */
    public ShapeProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                List<Mistake> mistakes = new ArrayList<>();
                if (element instanceof TypeElement record) {
                    generate(record, mistakes);
                }
                mistakes.forEach(mistake -> processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.ERROR, mistake.message(), mistake.place()));
            }
        }
        return true;
    }

    private void generate(TypeElement record, List<Mistake> mistakes) {
        TypeMirror model = modelOf(record);
        if (model == null || model.getKind() == TypeKind.ERROR) {
            // The compiler itself says that there is no such class.
            return;
        }
        ShapeReader reader = new ShapeReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), mistakes);
        RecordShape shape = reader.read(record, model, record);
        if (shape == null) {
            return;
        }
        String home = processingEnv
                .getElementUtils()
                .getPackageOf(record)
                .getQualifiedName()
                .toString();
        String name = ShapeWriter.className(record);
        String qualified = home.isEmpty() ? name : home + "." + name;
        String other =
                generated.putIfAbsent(qualified, record.getQualifiedName().toString());
        if (other != null) {
            mistakes.add(Mistake.taken(record, name, other));
            return;
        }
        try (Writer out =
                processingEnv.getFiler().createSourceFile(qualified, record).openWriter()) {
            out.write(ShapeWriter.write(shape, processingEnv.getElementUtils()));
        } catch (IOException e) {
            throw new UncheckedIOException(qualified + " cannot be written", e);
        }
    }

    private static @Nullable TypeMirror modelOf(TypeElement record) {
        for (AnnotationMirror mirror : record.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(ANNOTATION)) {
                for (AnnotationValue value : mirror.getElementValues().values()) {
                    return value.getValue() instanceof TypeMirror type ? type : null;
                }
            }
        }
        return null;
    }
}
