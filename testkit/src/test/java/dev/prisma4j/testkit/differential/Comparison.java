package dev.prisma4j.testkit.differential;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is different between two answers to one request. */
enum Comparison {
    SAME,
    /** The reference failed without a code: a defect of its own, which says nothing about the query. */
    CRASH,
    /** Two errors with the same code and details in other words, or with other details of the driver. */
    TEXT,
    /** The same values in another order. */
    ORDER,
    /** Two errors, with the same code and other details. */
    META,
    /** Two errors with different codes. */
    CODE,
    /** Data that differs, or an error on one side. */
    DATA;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** What there is about the reference's own driver and in its own words. */
    private static final Set<String> OWN = Set.of("driverAdapterError", "modelName");

    static Comparison of(String theirs, String ours) {
        return of(MAPPER.readTree(theirs), MAPPER.readTree(ours));
    }

    private static Comparison of(JsonNode theirs, JsonNode ours) {
        if (theirs.has("batchResult") && ours.has("batchResult")) {
            JsonNode a = theirs.get("batchResult");
            JsonNode b = ours.get("batchResult");
            Comparison worst = a.size() == b.size() ? SAME : DATA;
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                Comparison one = of(a.get(i), b.get(i));
                worst = one.compareTo(worst) > 0 ? one : worst;
            }
            return worst;
        }
        if (theirs.has("errors")) {
            return ofErrors(theirs, ours);
        }
        if (ours.has("errors")) {
            return DATA;
        }
        String a = Answers.form(theirs.path("data"), false);
        String b = Answers.form(ours.path("data"), false);
        if (a.equals(b)) {
            return SAME;
        }
        return Answers.form(theirs.path("data"), true).equals(Answers.form(ours.path("data"), true)) ? ORDER : DATA;
    }

    private static Comparison ofErrors(JsonNode theirs, JsonNode ours) {
        String code = code(theirs);
        if (code == null) {
            return ours.has("errors") ? SAME : CRASH;
        }
        if (!ours.has("errors")) {
            return DATA;
        }
        if (!code.equals(code(ours))) {
            return CODE;
        }
        JsonNode a = error(theirs).path("meta");
        JsonNode b = error(ours).path("meta");
        Set<String> keys = new TreeSet<>(a.propertyNames());
        keys.removeAll(OWN);
        boolean same =
                error(theirs).path("batch_request_idx").equals(error(ours).path("batch_request_idx"));
        for (String key : keys) {
            same &= a.path(key).equals(b.path(key));
        }
        if (!same) {
            return META;
        }
        boolean told = error(theirs).path("message").equals(error(ours).path("message"))
                && a.path("driverAdapterError").equals(b.path("driverAdapterError"));
        return told ? SAME : TEXT;
    }

    private static JsonNode error(JsonNode answer) {
        return answer.path("errors").path(0).path("user_facing_error");
    }

    private static @Nullable String code(JsonNode answer) {
        JsonNode code = error(answer).path("error_code");
        return code.isString() ? code.stringValue() : null;
    }
}
