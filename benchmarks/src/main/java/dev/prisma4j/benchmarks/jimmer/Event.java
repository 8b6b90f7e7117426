package dev.prisma4j.benchmarks.jimmer;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** The table {@code events} as Jimmer's entity. */
@Entity
@Table(name = "events")
public interface Event {
    @Id
    int id();

    String kind();

    int amount();

    String payload();
}
