package dev.prisma4j.testkit.surface;

import dev.prisma4j.client.extend.Methods;
import shop.lite.Member;
import shop.lite.PrismaModels;

/** Methods that the client has besides the generated ones. */
public interface ShopMethods extends Methods<PrismaModels> {
    /** A new member's first visit. */
    default Member welcome(int id, String email, String password) {
        return self().member()
                .create(m -> m.id(id)
                        .email(email)
                        .password(password)
                        .firstName("New")
                        .lastName("Member " + id)
                        .visits(v -> v.create(x -> x)));
    }
}
