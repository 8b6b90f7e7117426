package dev.prisma4j.processor;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What a record says about missing values: by JSpecify's annotations, or any others called {@code Nullable}. */
final class Nullness {
    private final Elements elements;

    Nullness(Elements elements) {
        this.elements = elements;
    }

    /** Whether the component is declared as one that may be null. */
    boolean isNullable(RecordComponentElement component) {
        Element record = Objects.requireNonNull(component.getEnclosingElement(), "a component is in a record");
        Stream<AnnotatedConstruct> fields = record.getEnclosedElements().stream()
                .filter(element -> element.getSimpleName().equals(component.getSimpleName()))
                .flatMap(element -> Stream.of(element, element.asType()));
        Stream<AnnotatedConstruct> own = Stream.of(
                component,
                component.asType(),
                component.getAccessor(),
                component.getAccessor().getReturnType());
        return Stream.concat(own, fields).anyMatch(place -> has(place, "Nullable"));
    }

    /** Whether types without an annotation do not include null there. */
    boolean isMarked(Element element) {
        for (Element place = element; place != null; place = enclosing(place)) {
            if (has(place, "NullUnmarked")) {
                return false;
            }
            if (has(place, "NullMarked")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Element enclosing(Element element) {
        return element.getEnclosingElement();
    }

    private boolean has(AnnotatedConstruct place, String name) {
        List<? extends javax.lang.model.element.AnnotationMirror> mirrors = place instanceof Element element
                ? elements.getAllAnnotationMirrors(element)
                : place.getAnnotationMirrors();
        return mirrors.stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals(name));
    }
}
