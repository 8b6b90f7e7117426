package dev.prisma4j.benchmarks.jimmer;

import java.util.List;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.GeneratedValue;
import org.babyfish.jimmer.sql.GenerationType;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.IdView;
import org.babyfish.jimmer.sql.JoinColumn;
import org.babyfish.jimmer.sql.JoinTable;
import org.babyfish.jimmer.sql.ManyToMany;
import org.babyfish.jimmer.sql.ManyToOne;
import org.babyfish.jimmer.sql.OneToMany;
import org.babyfish.jimmer.sql.OrderedProp;
import org.babyfish.jimmer.sql.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code posts} as Jimmer's entity. */
@Entity
@Table(name = "posts")
public interface Post {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    int id();

    String title();

    @Nullable
    String body();

    boolean published();

    int views();

    @ManyToOne
    @JoinColumn(name = "author_id")
    User author();

    @IdView
    int authorId();

    @OneToMany(mappedBy = "post", orderedProps = @OrderedProp("id"))
    List<Comment> comments();

    @ManyToMany(orderedProps = @OrderedProp("id"))
    @JoinTable(name = "_post_tag", joinColumnName = "\"A\"", inverseJoinColumnName = "\"B\"")
    List<Tag> tags();
}
