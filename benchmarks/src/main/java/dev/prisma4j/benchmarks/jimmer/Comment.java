package dev.prisma4j.benchmarks.jimmer;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.IdView;
import org.babyfish.jimmer.sql.JoinColumn;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.Table;

/** The table {@code comments} as Jimmer's entity. */
@Entity
@Table(name = "comments")
public interface Comment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String text();

    @ManyToOne
    @JoinColumn(name = "post_id")
    Post post();

    @IdView
    int postId();
}
