package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;

/** The operations of a model: all in the library, here only their types. */
final class DelegateWriter extends TypeWriter {
    DelegateWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    /** For others that need the type arguments in a file of theirs. */
    DelegateWriter(ClientShape client, ModelShape model, JavaFile file) {
        super(client, model, file);
    }

    /** The library's class that has the operations. */
    String base() {
        if (model.model().isView()) {
            return model.keys().isEmpty() ? "ReadDelegate" : "UniqueReadDelegate";
        }
        return model.creatable() ? "ModelDelegate" : "ChangeDelegate";
    }

    /** Its type arguments. */
    String arguments() {
        String types = names.record() + ", " + rootFields(names) + ", " + names.unique() + ", " + names.find();
        if (!model.model().isView()) {
            types += ", " + names.update() + ", " + names.updateMany();
            if (model.creatable()) {
                types += ", " + emptyCreate(model, need -> false) + ", " + completeCreate(model);
            }
        }
        return types;
    }

    @Override
    JavaFile write() {
        String name = names.delegate();
        String base = base();
        String types = arguments();
        file.doc("The operations of " + names.model() + ".");
        file.line("public final class " + name + " extends " + library("delegate." + base) + "<" + types + ">"
                + implemented(model.methods()) + " {");
        file.line(name + "(" + library("delegate.Session") + " session) {");
        file.line("super(session, " + names.type() + ".TYPE);");
        file.line("}");
        if (!model.methods().isEmpty()) {
            file.gap();
            file.line("@" + file.use("java.lang.Override"));
            file.line("public " + name + " self() {");
            file.line("return this;");
            file.line("}");
        }
        return file.line("}");
    }
}
