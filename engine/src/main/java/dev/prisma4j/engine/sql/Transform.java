package dev.prisma4j.engine.sql;

import dev.prisma4j.engine.value.JsonPath;
import java.util.List;

/** What happens to a value between the query and the statement. */
public enum Transform {
    NONE {
        @Override
        public Object apply(Object value) {
            return value;
        }
    },
    /** A LIKE pattern for any place. */
    CONTAINS {
        @Override
        public Object apply(Object value) {
            return "%" + value + "%";
        }
    },
    /** A LIKE pattern for the start. */
    STARTS_WITH {
        @Override
        public Object apply(Object value) {
            return value + "%";
        }
    },
    /** A LIKE pattern for the end. */
    ENDS_WITH {
        @Override
        public Object apply(Object value) {
            return "%" + value;
        }
    },
    /** The absolute number: a negative {@code take} only tells the direction. */
    ABSOLUTE {
        @Override
        public Object apply(Object value) {
            return Math.abs(((Number) value).longValue());
        }
    },
    /** A single value as a list. */
    SINGLETON {
        @Override
        public Object apply(Object value) {
            return value instanceof List<?> ? value : List.of(value);
        }
    },
    /** A JSON path as keys and indexes. */
    PATH_KEYS {
        @Override
        public Object apply(Object value) {
            return ((JsonPath) value).asKeys();
        }
    },
    /** A JSON path as an expression. */
    PATH_EXPRESSION {
        @Override
        public Object apply(Object value) {
            return ((JsonPath) value).expression();
        }
    };

    /** The value to bind. */
    public abstract Object apply(Object value);
}
