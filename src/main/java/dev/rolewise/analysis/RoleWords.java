package dev.rolewise.analysis;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text as words, each name of a role one of them, and names side by side one together. Thread-safe. */
final class RoleWords {
    /**
     * A word, a name of roles, or the end of a clause.
     *
     * @param text the word, or what joins the roles: {@code or}, {@code and}, {@code vs}
     * @param roles ids where it names any
     */
    record Token(String text, List<String> roles) {
        boolean isBreak() {
            return text.isEmpty() && roles.isEmpty();
        }

        boolean isWord() {
            return roles.isEmpty() && !text.isEmpty();
        }
    }

    static final Token BREAK = new Token("", List.of());
    private static final Pattern TOKEN = Pattern.compile(
            "[$€£]?[\\p{L}\\p{N}]++(?:[.,'@][\\p{L}\\p{N}]++){0,6}[%+#]{0,3}|(?<end>[?!;:.,()\\n]|\\p{So}|\\s-+\\s)|&");
    private static final Pattern JOINT = Pattern.compile(
            "\\s*(?:(?<or>,?\\s*\\bor\\b)|(?<vs>\\b(?:vs\\.?|versus|v)(?=\\s))|(?<and>/|,?\\s*\\band\\b|&|\\+))\\s*(?:an?\\s+|the\\s+)?");
    private static final Pattern JOB =
            Pattern.compile("\\s+(?:jobs?|roles?|careers?|positions?|professionals?|practitioners?)(?![\\p{L}\\p{N}])");
    private static final Pattern WORK = Pattern.compile(
            "\\b(?:roles?|jobs?|careers?|pays?|paid|salar(?:y|ies)|earns?|hir(?:e|ing)|engineers?|engineering|positions?|paths?|work)\\b");

    private final Lexicon lexicon;
    private final RoleFinder finder;
    private final List<String> all;
    private final Set<String> weak;

    RoleWords(Pack pack, RoleFinder finder, Lexicon lexicon) {
        this.lexicon = lexicon;
        this.finder = finder;
        this.all = pack.roles().stream().map(Role::id).toList();
        Set<String> names = pack.roles().stream()
                .flatMap(r -> Stream.concat(Stream.of(r.name(), r.plural(), r.field()), r.aliases().stream()))
                .map(RoleWords::key)
                .collect(Collectors.toSet());
        this.weak = pack.roles().stream()
                .flatMap(r -> r.hints().stream())
                .map(RoleWords::key)
                .collect(Collectors.toCollection(HashSet::new));
        weak.removeAll(names);
    }

    /** Ids of all roles of the pack. */
    List<String> all() {
        return all;
    }

    /** The tokens of a {@link WordForms#plain plain} text. */
    List<Token> tokens(String plain) {
        List<RoleFinder.Mention> mentions = trusted(plain);
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < mentions.size(); i++) {
            RoleFinder.Mention first = mentions.get(i);
            words(plain.substring(at, first.start()), tokens);
            List<String> ids = new ArrayList<>(List.of(first.roleId()));
            String joint = "";
            while (i + 1 < mentions.size() && !ids.contains(mentions.get(i + 1).roleId())) {
                Optional<String> next = joint(plain, mentions.get(i), mentions.get(i + 1));
                if (next.isEmpty()) {
                    break;
                }
                joint = next.get();
                ids.add(mentions.get(++i).roleId());
            }
            tokens.add(new Token(joint, List.copyOf(ids)));
            tail(plain.substring(mentions.get(i).start(), mentions.get(i).end()))
                    .ifPresent(t -> tokens.add(new Token(t, List.of())));
            at = mentions.get(i).end();
        }
        words(plain.substring(at), tokens);
        return tokens;
    }

    /** Names, and hints that stand beside another role where the talk is of work. */
    private List<RoleFinder.Mention> trusted(String plain) {
        List<RoleFinder.Mention> found = finder.named(plain);
        boolean work = WORK.matcher(plain).find();
        List<RoleFinder.Mention> trusted = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            RoleFinder.Mention mention = found.get(i);
            boolean bare = weak.contains(
                    key(plain.substring(mention.start(), mention.end()).replaceFirst("'?s$", "")));
            boolean beside = (i > 0 && besides(plain, found.get(i - 1), mention))
                    || (i + 1 < found.size() && besides(plain, mention, found.get(i + 1)));
            Matcher job = JOB.matcher(plain).region(mention.end(), plain.length());
            if (!bare || (beside && work)) {
                trusted.add(mention);
            } else if (job.lookingAt()) {
                trusted.add(new RoleFinder.Mention(mention.roleId(), mention.start(), job.end()));
            }
        }
        return trusted;
    }

    private static boolean besides(String plain, RoleFinder.Mention a, RoleFinder.Mention b) {
        return !a.roleId().equals(b.roleId()) && joint(plain, a, b).isPresent();
    }

    private static Optional<String> joint(String plain, RoleFinder.Mention a, RoleFinder.Mention b) {
        Matcher joint = JOINT.matcher(plain.substring(a.end(), b.start()));
        if (!joint.matches()) {
            return Optional.empty();
        }
        return Optional.of(joint.group("or") != null ? "or" : joint.group("vs") != null ? "vs" : "and");
    }

    /** What follows the short name of a role in the name, where it is more than a word for somebody who works: "team". */
    private Optional<String> tail(String name) {
        int last = name.lastIndexOf(' ');
        return last > 0 && weak.contains(key(name.substring(0, last))) && lexicon.isTelling(name.substring(last + 1))
                ? Optional.of(name.substring(last + 1))
                : Optional.empty();
    }

    private static void words(String text, List<Token> tokens) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            tokens.add(matcher.group("end") != null ? BREAK : new Token(word.equals("&") ? "and" : word, List.of()));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " ").strip();
    }
}
