package dev.prisma4j.benchmarks.jimmer;

import java.util.List;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Key;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.OrderedProp;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code users} as Jimmer's entity. */
@Entity
@Table(name = "users")
public interface User {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    @Key
    String email();

    String username();

    @Nullable
    Integer age();

    boolean verified();

    String country();

    double score();

    @OneToMany(mappedBy = "author", orderedProps = @OrderedProp("id"))
    List<Post> posts();
}
