package dev.prisma4j.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Holds a record against a model, component by component, and gathers all that does not fit. */
final class ShapeReader {
    private final Elements elements;
    private final Types types;
    private final Nullness nullness;
    private final List<Mistake> mistakes;
    private final List<TypeElement> around = new ArrayList<>();

    ShapeReader(Elements elements, Types types, List<Mistake> mistakes) {
        this.elements = elements;
        this.types = types;
        this.nullness = new Nullness(elements);
        this.mistakes = mistakes;
    }

    /** What a record reads of a model, or null where it does not fit. */
    @Nullable
    RecordShape read(TypeElement record, TypeMirror model, Element place) {
        int before = mistakes.size();
        check(record, place);
        ModelView view = model instanceof DeclaredType declared ? ModelView.of(declared, elements, types) : null;
        if (view == null) {
            mistakes.add(Mistake.noModel(place, TypeText.of(model)));
        }
        if (view == null || mistakes.size() > before) {
            return null;
        }
        around.add(record);
        List<RecordShape.Part> parts = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            RecordShape.Part part = part(component, view);
            if (part != null) {
                parts.add(part);
            }
        }
        around.remove(record);
        return mistakes.size() > before ? null : new RecordShape(record, view.model(), view.fields(), parts);
    }

    private void check(TypeElement record, Element place) {
        if (record.getKind() != ElementKind.RECORD) {
            mistakes.add(Mistake.noRecord(record));
        } else if (!record.getTypeParameters().isEmpty()) {
            mistakes.add(Mistake.generic(record));
        }
        for (Element element = record; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                mistakes.add(Mistake.outOfReach(place.equals(record) ? record : place));
                return;
            }
        }
    }

    private RecordShape.@Nullable Part part(RecordComponentElement component, ModelView view) {
        ModelView.Member member = view.member(component.getSimpleName().toString());
        if (member == null) {
            mistakes.add(Mistake.noField(component, view.name(), view.names()));
            return null;
        }
        String field = view.name() + "." + component.getSimpleName();
        TypeMirror type = component.asType();
        TypeMirror wrapped = member.optional() ? argument(type, "java.util.Optional") : null;
        TypeMirror given = wrapped == null ? type : wrapped;
        if (member.optional() && wrapped == null && !canBeMissing(component, type, field)) {
            return null;
        }
        if (fits(given, member.value())) {
            return new RecordShape.Part(type, member.name(), wrapped, null);
        }
        TypeElement nested = nestedRecord(given, member);
        if (nested == null || member.related() == null) {
            mistakes.add(Mistake.wrongType(component, field, TypeText.of(type), expected(member)));
            return null;
        }
        if (around.contains(nested)) {
            mistakes.add(
                    Mistake.containsItself(component, nested.getSimpleName().toString()));
            return null;
        }
        RecordShape shape = read(nested, member.related(), isSource(nested) ? nested : component);
        return shape == null ? null : new RecordShape.Part(type, member.name(), wrapped, shape);
    }

    // A record of a library has no source to point at.
    private boolean isSource(TypeElement record) {
        return elements.getPackageOf(record).equals(elements.getPackageOf(around.get(0)));
    }

    private boolean canBeMissing(RecordComponentElement component, TypeMirror type, String field) {
        if (type.getKind().isPrimitive()) {
            String boxed = TypeText.of(
                    types.boxedClass(types.getPrimitiveType(type.getKind())).asType());
            mistakes.add(Mistake.mayBeMissing(
                    component,
                    field,
                    boxed + " or Optional<" + boxed + ">, not "
                            + type.getKind().name().toLowerCase(java.util.Locale.ROOT)));
            return false;
        }
        if (nullness.isMarked(component) && !nullness.isNullable(component)) {
            String name = TypeText.of(type);
            mistakes.add(Mistake.mayBeMissing(component, field, "@Nullable " + name + " or Optional<" + name + ">"));
            return false;
        }
        return true;
    }

    /** A value can be cast to primitives of just its own type; references can be of a wider one. */
    private boolean fits(TypeMirror given, TypeMirror value) {
        if (given.getKind().isPrimitive()) {
            return types.isSameType(
                    types.boxedClass(types.getPrimitiveType(given.getKind())).asType(), value);
        }
        return given.getKind() != TypeKind.ERROR && types.isAssignable(value, given);
    }

    private @Nullable TypeElement nestedRecord(TypeMirror given, ModelView.Member member) {
        TypeMirror single = member.list() ? argument(given, "java.util.List") : given;
        boolean record =
                single instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.RECORD;
        return record ? (TypeElement) types.asElement(single) : null;
    }

    private static @Nullable TypeMirror argument(TypeMirror type, String generic) {
        return type instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .contentEquals(generic)
                        && declared.getTypeArguments().size() == 1
                ? declared.getTypeArguments().get(0)
                : null;
    }

    private static String expected(ModelView.Member member) {
        if (member.related() == null) {
            return TypeText.of(member.value());
        }
        String related = TypeText.of(member.related());
        return member.list()
                ? "a list of " + related + ", which becomes List<" + related + "> or a List of a record"
                : "one " + related + ", which becomes " + related + " or a record";
    }
}
