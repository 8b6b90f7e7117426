package dev.prisma4j.benchmarks.jimmer;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.JoinColumn;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** The table {@code purchases} as Jimmer's entity. */
@Entity
@Table(name = "purchases")
public interface Purchase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String product();

    int quantity();

    double price();

    @ManyToOne
    @JoinColumn(name = "customer_id")
    Customer customer();
}
