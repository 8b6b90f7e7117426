package dev.prisma4j.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record of yours: says that rows of a model can be read into it. The components are fields of the model by name;
 * one that is a relation is another record, or a list of them, whose components are fields of the related model.
 *
 * <pre>{@code
 * @Shape(User.class)
 * record UserCard(int id, String email, List<PostTitle> posts) {}
 *
 * record PostTitle(String title) {}
 *
 * List<UserCard> cards = prisma.user().findMany(q -> q.shape(UserCardShape.SHAPE));
 * }</pre>
 *
 * <p>{@code prisma4j-processor} checks the record while it is compiled, and generates {@code UserCardShape} beside it.
 * An optional field needs a component that can be missing: a type that is no primitive one, marked {@code @Nullable}
 * where code is null-marked, or {@link java.util.Optional}.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Shape {
    /** The record of the model in the generated client. */
    Class<?> value();
}
