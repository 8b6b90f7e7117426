package dev.prisma4j.testkit.surface;

import dev.prisma4j.client.extend.Methods;
import java.util.Optional;
import shop.lite.Member;
import shop.lite.MemberDelegate;

/** Methods that {@code prisma.member()} has besides the generated ones. */
public interface MemberMethods extends Methods<MemberDelegate> {
    /** The first member with an address there. */
    default Optional<Member> firstAt(String domain) {
        return self().findFirst(
                        q -> q.where(m -> m.email().endsWith("@" + domain)).orderBy(m -> m.id().asc()));
    }
}
