package dev.prisma4j.generator.shape;

import dev.prisma4j.generator.java.JavaFile;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of a scalar field.
 *
 * @param element the qualified name of the (boxed) type of a value, or {@code byte[]}; generated enums without a package
 * @param primitive its primitive type, or null
 * @param getter the end of the name of the row's getter
 * @param field the class of the library that stands for such a field in queries, by its simple name
 * @param change the class of the library for operations on such a field, by its simple name, or null
 * @param enumType whether it is a generated enum
 * @param list whether the field holds a list of them
 */
public record JavaType(
        String element,
        @Nullable String primitive,
        String getter,
        String field,
        @Nullable String change,
        boolean enumType,
        boolean list) {

    /** As a type argument, not null. */
    public String boxed(JavaFile file) {
        String name = elementIn(file);
        return list ? file.use("java.util.List") + "<" + name + ">" : name;
    }

    /** As a type argument, nullable where the field is optional. */
    public String argument(JavaFile file, boolean optional) {
        return optional ? nullable(file) : boxed(file);
    }

    /** As the type of a component, parameter or return value. */
    public String declared(JavaFile file, boolean optional) {
        if (optional) {
            return nullable(file);
        }
        return primitive != null && !list ? primitive : boxed(file);
    }

    /** The type of one element. */
    public String elementIn(JavaFile file) {
        return element.indexOf('.') < 0 ? element : file.use(element);
    }

    /** Whether its values need a look at their content to be compared. */
    public boolean isBytes() {
        return element.equals("byte[]");
    }

    private String nullable(JavaFile file) {
        String annotation = "@" + file.use("org.jspecify.annotations.Nullable");
        if (isBytes() && !list) {
            return "byte " + annotation + " []";
        }
        String name = boxed(file);
        int dot = name.indexOf('<') < 0 ? name.lastIndexOf('.') : -1;
        return dot < 0
                ? annotation + " " + name
                : name.substring(0, dot + 1) + annotation + " " + name.substring(dot + 1);
    }
}
