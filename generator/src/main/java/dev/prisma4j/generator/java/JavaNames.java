package dev.prisma4j.generator.java;

import java.util.Locale;
import java.util.Set;

/**
 * Names of a schema as Java names. One rule for every clash: an underscore is appended.
 *
 * <ul>
 *   <li>{@code -}, which the schema language allows in names, becomes {@code _}.
 *   <li>Words of Java's ({@code class}, {@code default}) and the methods of {@code Object} that a record cannot have as a
 *       component ({@code hashCode}, {@code wait}, {@code toString}) get an underscore.
 *   <li>Types named like one of {@code java.lang} or like {@code List}, {@code Map}, {@code Set}, {@code Optional},
 *       {@code Collection}, {@code Select} and {@code Sql}, which every user of the client has around, get one too, and
 *       so do those that mean something else inside of generated types ({@code M}, {@code Start}, {@code java}).
 * </ul>
 */
public final class JavaNames {
    private static final Set<String> WORDS = words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            final finally float for goto if implements import instanceof int interface long native new package private
            protected public return short static strictfp super switch synchronized this throw throws transient try void
            volatile while true false null _ yield""");

    private static final Set<String> TYPE_WORDS = words("record var yield sealed permits");

    private static final Set<String> OBJECT_METHODS =
            words("clone equals finalize getClass hashCode notify notifyAll toString wait");

    private static final Set<String> FAMILIAR_TYPES = words("""
            AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException
            AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class
            ClassCastException ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue
            CloneNotSupportedException Cloneable Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException
            Error Exception ExceptionInInitializerError Float FunctionalInterface IO IllegalAccessError
            IllegalAccessException IllegalArgumentException IllegalCallerException IllegalMonitorStateException
            IllegalStateException IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException
            InheritableThreadLocal InstantiationError InstantiationException Integer InternalError InterruptedException
            Iterable LayerInstantiationException LinkageError Long MatchException Math Module ModuleLayer
            NegativeArraySizeException NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError
            NoSuchMethodException NullPointerException Number NumberFormatException Object OutOfMemoryError Override
            Package Process ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime
            RuntimeException RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short StackOverflowError
            StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException
            StringTemplate SuppressWarnings System Thread ThreadDeath ThreadGroup ThreadLocal Throwable
            TypeNotPresentException UnknownError UnsatisfiedLinkError UnsupportedClassVersionError
            UnsupportedOperationException VerifyError VirtualMachineError Void WrongThreadException
            List Map Set Optional Collection Select Sql""");

    /**
     * What generated types have inside under that name: type parameters and nested classes, which hide others, and the
     * beginnings of full names of classes.
     */
    private static final Set<String> HIDDEN_TYPES = words("M R S T One Start dev org com java");

    private JavaNames() {}

    /** A field, parameter or method. */
    public static String member(String name) {
        String java = identifier(name);
        return OBJECT_METHODS.contains(java) ? java + "_" : java;
    }

    /** A member of a type that has members of its own already. */
    public static String member(String name, Set<String> taken) {
        String java = member(name);
        return taken.contains(java) ? java + "_" : java;
    }

    /** A type. */
    public static String type(String name) {
        String java = identifier(name);
        return TYPE_WORDS.contains(java) || FAMILIAR_TYPES.contains(java) || HIDDEN_TYPES.contains(java)
                ? java + "_"
                : java;
    }

    /** An enum value. */
    public static String constant(String name) {
        return identifier(name);
    }

    /** With a capital first letter. */
    public static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** With a small first letter, as Prisma names the models of its client. */
    public static String uncapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Whether it may be the name of a Java package. */
    public static boolean isPackage(String name) {
        for (String part : name.split("\\.", -1)) {
            boolean valid = !part.isEmpty()
                    && Character.isJavaIdentifierStart(part.charAt(0))
                    && part.chars().allMatch(Character::isJavaIdentifierPart)
                    && !WORDS.contains(part);
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static String identifier(String name) {
        StringBuilder java = new StringBuilder(name.length());
        name.codePoints()
                .forEach(c -> java.appendCodePoint(
                        Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_'));
        String identifier = java.toString();
        return WORDS.contains(identifier) ? identifier + "_" : identifier;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
