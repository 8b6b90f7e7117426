package dev.prisma4j.schema.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The English plural of a word, for the names of lists. Small letters count as such: in {@code userChild} the end is
 * not the word "child", but {@code bookShelf} still ends in "lf". What the words of a language do is data; it is
 * measured against the reference, its peculiarities included.
 */
final class Plural {

    /** Words without a plural. */
    private static final Set<String> SAME = Set.of("""
            accommodation adulthood advertising advice aggression aid air aircraft alcohol anger applause
            arithmetic assistance bacon baggage beef biology blood botany bread butter carbon cardboard cash
            chalk chess countryside dancing deer dignity dirt dust education electricity engineering enjoyment
            envy equipment evidence evolution fame fiction flour flu food fuel fun furniture garbage garlic gold
            golf gossip grammar gratitude grief guilt happiness hardware harm hate hatred health heat help
            homework honesty honey hospitality housework humour hunger hydrogen ice importance inflation
            information innocence iron irony jam jewelry judo karate knowledge lack laughter lava leather
            leisure lightning linguine linguini literature litter livestock logic loneliness luck luggage
            macaroni machinery magic management mankind marble mayonnaise methane milk money mud music nature
            news nitrogen nonsense nova nurture nutrition obedience obesity oxygen pasta patience poetry
            pollution poverty pride psychology publicity punctuation quartz racism relaxation reliability
            research respect revenge rice rubbish rum safety scenery seafood seaside series shame sheep shopping
            sleep smoke smoking snow soap software soil spaghetti species steam stuff stupidity sunshine
            symmetry thirst thunder timber traffic transportation trust underwear unemployment unity validity
            veal vegetarianism vegetation vengeance violence vitality warmth wealth weather welfare wheat
            wildlife wisdom yoga zinc zoology
            """.strip().split("\\s+"));

    private static final Map<String, String> IRREGULAR = Map.of(
            "die", "dice",
            "foot", "feet",
            "goose", "geese",
            "man", "men",
            "ox", "oxen",
            "quiz", "quizzes",
            "tooth", "teeth",
            "woman", "women",
            "yes", "yeses");

    private record Rule(Pattern end, String replacement) {}

    /** The first that matches counts. */
    private static final List<Rule> RULES = List.of(
            rule("eaux", "eaux"),
            rule("child(?:ren)?", "children"),
            rule("pe(?:rson|ople)", "people"),
            rule("([ml])(?:ouse|ice)", "$1ice"),
            rule("(matr|append)ix", "$1ices"),
            rule("(cod|mur|sil|vert|ind)ex", "$1ices"),
            rule("(x|ch|ss|sh|zz)(?:es)?", "$1es"),
            rule("([^ch][ieo][ln])ey", "$1ies"),
            rule("([^aeiouy]|qu)y", "$1ies"),
            rule("(kni|wi|li)fe", "$1ves"),
            rule("(ar|l|ea|eo|oa|hoo)f", "$1ves"),
            rule("sis", "ses"),
            rule(
                    "(apheli|asyndet|automat|criteri|hedr|hyperbat|noumen|organ|periheli|phenomen|prolegomen)(?:a|on)",
                    "$1a"),
            rule(
                    "(addend|agend|automat|bacteri|candelabr|curricul|dat|desiderat|errat|extrem|millenni|ov|quor|strat"
                            + "|symposi)(?:a|um)",
                    "$1a"),
            rule("(at|gr|her)o", "$1oes"),
            rule("(cherub|seraph)(?:im)?", "$1im"),
            rule("(alg|alumn|vertebr)ae?", "$1ae"),
            rule(
                    "(alumn|bacill|cact|foc|fung|loc|nucle|octop|radi|stimul|strat|syllab|termin|uter|vir)(?:us|i)",
                    "$1i"),
            rule("([^l]ias|[aeiou]las|[ejmrz]as|[iu]am)", "$1"),
            rule("(alias|[^aou]us|gas|ris|tlas)", "$1es"),
            rule("(ax|test)is", "$1es"),
            rule("([^aeiou]ese)", "$1"),
            rule("s", "s"));

    private Plural() {}

    private static Rule rule(String end, String replacement) {
        return new Rule(Pattern.compile(end + "$"), replacement);
    }

    static String of(String word) {
        if (SAME.contains(word)) {
            return word;
        }
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.end.matcher(word);
            if (matcher.find()) {
                return matcher.replaceFirst(rule.replacement);
            }
        }
        return word + "s";
    }
}
