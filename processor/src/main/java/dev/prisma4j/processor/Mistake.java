package dev.prisma4j.processor;

import dev.prisma4j.schema.diagnostic.Spelling;
import java.util.Collection;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Something about a record that does not fit its model.
 *
 * @param place what the compiler shall point at
 * @param message what is wrong, and what would be right
 */
record Mistake(Element place, String message) {

    // The JDK's compiler knows where the field behind a component is, but not where the component itself is. Eclipse's
    // knows no place in a record, so the message names it too.
    Mistake {
        Element record = place.getEnclosingElement();
        if (record != null && place.getKind() == ElementKind.RECORD_COMPONENT) {
            message = message + " (in the record " + record.getSimpleName() + ")";
            for (Element member : record.getEnclosedElements()) {
                if (member.getKind() == ElementKind.FIELD
                        && member.getSimpleName().equals(place.getSimpleName())) {
                    place = member;
                }
            }
        }
    }

    static Mistake noRecord(Element type) {
        return new Mistake(type, "@Shape is for records, and " + type.getSimpleName() + " is none.");
    }

    static Mistake generic(Element type) {
        return new Mistake(type, "A record with @Shape has no type parameters: " + type.getSimpleName() + " has.");
    }

    static Mistake outOfReach(Element type) {
        return new Mistake(
                type,
                "Generated code cannot reach " + type.getSimpleName()
                        + ": neither it nor a class around it may be private.");
    }

    static Mistake noModel(Element type, String name) {
        return new Mistake(type, name + " is not the record of a model in a generated client.");
    }

    static Mistake taken(Element type, String name, String other) {
        return new Mistake(
                type,
                "The package has another record for which " + name + " is generated, " + other
                        + ": one of them needs another name.");
    }

    static Mistake noField(Element component, String model, Collection<String> fields) {
        String written = component.getSimpleName().toString();
        String near = Spelling.closest(written, fields);
        return new Mistake(
                component,
                model + " has no field `" + written + "`"
                        + (near == null ? "; it has " + String.join(", ", fields) : ", did you mean `" + near + "`?"));
    }

    static Mistake wrongType(Element component, String field, String type, String expected) {
        return new Mistake(
                component, field + " is " + expected + ": `" + component.getSimpleName() + "` cannot be " + type + ".");
    }

    static Mistake mayBeMissing(Element component, String field, String better) {
        return new Mistake(
                component, field + " may be missing: `" + component.getSimpleName() + "` must be " + better + ".");
    }

    static Mistake containsItself(Element component, String record) {
        return new Mistake(component, record + " contains itself, so there would be no end to what is read.");
    }
}
