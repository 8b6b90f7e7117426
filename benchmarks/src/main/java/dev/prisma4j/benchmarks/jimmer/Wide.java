package dev.prisma4j.benchmarks.jimmer;

import org.babyfish.jimmer.sql.Column;
import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Id;
import org.babyfish.jimmer.sql.Table;

/** The table {@code wide} as Jimmer's entity. */
@Entity
@Table(name = "wide")
public interface Wide {
    @Id
    int id();

    @Column(name = "s1")
    String s1();

    @Column(name = "s2")
    String s2();

    @Column(name = "s3")
    String s3();

    @Column(name = "s4")
    String s4();

    @Column(name = "s5")
    String s5();

    @Column(name = "s6")
    String s6();

    @Column(name = "s7")
    String s7();

    @Column(name = "i1")
    int i1();

    @Column(name = "i2")
    int i2();

    @Column(name = "i3")
    int i3();

    @Column(name = "i4")
    int i4();

    @Column(name = "i5")
    int i5();

    @Column(name = "i6")
    int i6();

    @Column(name = "f1")
    double f1();

    @Column(name = "f2")
    double f2();

    @Column(name = "f3")
    double f3();

    @Column(name = "b1")
    boolean b1();

    @Column(name = "b2")
    boolean b2();

    @Column(name = "b3")
    boolean b3();
}
