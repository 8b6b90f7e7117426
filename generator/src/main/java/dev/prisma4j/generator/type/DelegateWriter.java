package dev.prisma4j.generator.type;

import dev.prisma4j.generator.java.JavaFile;
import dev.prisma4j.generator.shape.ClientShape;
import dev.prisma4j.generator.shape.ModelShape;

/** The operations of a model: all in the library, here only their types. */
final class DelegateWriter extends TypeWriter {
    DelegateWriter(ClientShape client, ModelShape model) {
        super(client, model);
    }

    @Override
    JavaFile write() {
        String name = names.delegate();
        String types = names.record() + ", " + rootFields(names) + ", " + names.unique() + ", " + names.find();
        String base;
        if (model.model().isView()) {
            base = model.keys().isEmpty() ? "ReadDelegate" : "UniqueReadDelegate";
        } else {
            base = model.creatable() ? "ModelDelegate" : "ChangeDelegate";
            types += ", " + names.update() + ", " + names.updateMany();
            if (model.creatable()) {
                types += ", " + emptyCreate(model, need -> false) + ", " + completeCreate(model);
            }
        }
        file.doc("The operations of " + names.model() + ".");
        file.line("public final class " + name + " extends " + library("delegate." + base) + "<" + types + "> {");
        file.line(name + "(" + library("delegate.Session") + " session) {");
        file.line("super(session, " + names.type() + ".TYPE);");
        file.line("}");
        return file.line("}");
    }
}
