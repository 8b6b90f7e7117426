package dev.prisma4j.processor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** A model as its generated classes show it: the class of its fields has a method for each. */
final class ModelView {
    private static final String EXPRESSION = "dev.prisma4j.client.expression.";
    private static final String FIELDS_OF = "dev.prisma4j.client.model.FieldsOf";

    private final Types types;
    private final DeclaredType model;
    private final DeclaredType fields;
    private final Set<String> optional;
    private final Map<String, ExecutableElement> members = new LinkedHashMap<>();

    /**
     * A field or relation.
     *
     * @param name its method
     * @param value what it becomes where nothing else is said
     * @param optional whether a row may not have it
     * @param related the related model's record, or null for a field
     * @param list whether it is a list relation
     */
    record Member(
            String name,
            TypeMirror value,
            boolean optional,
            @Nullable DeclaredType related,
            boolean list) {}

    private ModelView(Types types, DeclaredType model, TypeElement fields, Set<String> optional) {
        this.types = types;
        this.model = model;
        this.fields = types.getDeclaredType(fields, model);
        this.optional = optional;
        for (ExecutableElement method : ElementFilter.methodsIn(fields.getEnclosedElements())) {
            if (method.getParameters().isEmpty()) {
                members.put(method.getSimpleName().toString(), method);
            }
        }
    }

    /** The model of that record, or null if it is none. */
    static @Nullable ModelView of(DeclaredType model, Elements elements, Types types) {
        TypeElement record = (TypeElement) model.asElement();
        String name = record.getQualifiedName() + "Fields";
        // Where another model has that name, an underscore is appended to it.
        for (String candidate : List.of(name, name + "_", name + "__")) {
            TypeElement fields = elements.getTypeElement(candidate);
            Set<String> optional = fields == null ? null : optionalOf(fields, model, types);
            if (fields != null && optional != null) {
                return new ModelView(types, model, fields, optional);
            }
        }
        return null;
    }

    private static @Nullable Set<String> optionalOf(TypeElement fields, DeclaredType model, Types types) {
        for (AnnotationMirror mirror : fields.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(FIELDS_OF)) {
                Set<String> optional = new HashSet<>();
                boolean ofModel = false;
                for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                        mirror.getElementValues().entrySet()) {
                    Object value = entry.getValue().getValue();
                    if (value instanceof TypeMirror type) {
                        ofModel = types.isSameType(type, model);
                    } else if (value instanceof List<?> names) {
                        names.forEach(item -> optional.add(String.valueOf(((AnnotationValue) item).getValue())));
                    }
                }
                return ofModel ? optional : null;
            }
        }
        return null;
    }

    DeclaredType model() {
        return model;
    }

    DeclaredType fields() {
        return fields;
    }

    String name() {
        return model.asElement().getSimpleName().toString();
    }

    /** All names, sorted: compilers list methods in orders of their own. */
    List<String> names() {
        return members.keySet().stream().sorted().toList();
    }

    /** The field or relation that a component means, or null. */
    @Nullable
    Member member(String component) {
        String name = members.containsKey(component) ? component : component + "_";
        ExecutableElement method = members.get(name);
        if (method == null) {
            return null;
        }
        TypeMirror result = ((ExecutableType) types.asMemberOf(fields, method)).getReturnType();
        DeclaredType many = supertype(result, "ToMany");
        DeclaredType one = supertype(result, "ToOne");
        DeclaredType selection = supertype(result, "Selection");
        if (selection == null) {
            return null;
        }
        DeclaredType relation = many == null ? one : many;
        DeclaredType related = relation == null
                ? null
                : (DeclaredType) relation.getTypeArguments().get(1);
        return new Member(name, selection.getTypeArguments().get(1), optional.contains(name), related, many != null);
    }

    private @Nullable DeclaredType supertype(TypeMirror type, String simpleName) {
        if (type instanceof DeclaredType declared) {
            Element element = declared.asElement();
            if (((TypeElement) element).getQualifiedName().contentEquals(EXPRESSION + simpleName)) {
                return declared;
            }
        }
        for (TypeMirror parent : types.directSupertypes(type)) {
            DeclaredType found = supertype(parent, simpleName);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
