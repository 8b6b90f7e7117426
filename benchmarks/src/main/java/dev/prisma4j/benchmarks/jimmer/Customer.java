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

/** The table {@code customers} as Jimmer's entity. */
@Entity
@Table(name = "customers")
public interface Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    @Key
    String email();

    String name();

    @Nullable
    Integer age();

    int balance();

    @OneToMany(mappedBy = "customer", orderedProps = @OrderedProp("id"))
    List<Purchase> purchases();
}
