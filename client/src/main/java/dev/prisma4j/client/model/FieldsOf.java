package dev.prisma4j.client.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On generated code: whose fields a class has, and which may be missing, for processors of annotations. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FieldsOf {
    /** The record of the model. */
    Class<?> value();

    /** The methods of the fields and to-one relations that a row may not have. */
    String[] optional() default {};
}
