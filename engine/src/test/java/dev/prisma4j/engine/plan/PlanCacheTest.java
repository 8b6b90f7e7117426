package dev.prisma4j.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanCacheTest {
    private static Shape shape(int tokens) {
        return new Shape(new Object[tokens], tokens, tokens);
    }

    @Test
    void onlyPlansOfAUsualSizeAreKept() {
        var cache = new PlanCache<String>(10);
        assertThat(cache.put(shape(50_000), () -> "large")).isEqualTo("large");
        assertThat(cache.get(shape(50_000))).isNull();
        assertThat(cache.put(shape(50), () -> "usual")).isEqualTo("usual");
        assertThat(cache.get(shape(50))).isEqualTo("usual");
        assertThat(cache.size()).isEqualTo(1);
    }
}
