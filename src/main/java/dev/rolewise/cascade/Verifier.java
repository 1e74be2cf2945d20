package dev.rolewise.cascade;

import dev.rolewise.cascade.Verification.Checked;
import dev.rolewise.cascade.Verification.Fault;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.TermExtractor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks each claim of a model, which has to be a sentence, against the passages that it names: numbers, roles, denial and direction, words that the
 * passages do not know, and how much of the claim they carry at all. In process, with no call of a model; thread-safe.
 *
 * <p>A claim takes one embedding, and one more for each word that the pack has never seen, two at most; vectors of
 * statements are those of the pack.
 */
public final class Verifier {
    /** Characters of a claim; a model is asked for sentences. */
    static final int MAX_CHARACTERS = 400;

    /** What all checks share. */
    record Tools(RoleMentions roles, Vocabulary vocabulary, TermExtractor terms, Embedder embedder) {}

    private final Tools tools;
    private final ClauseReader reader;
    private final Support support;

    public Verifier(Pack pack, TermExtractor terms, Embedder embedder) {
        TermExtractor folded = new FoldedTerms(pack, terms);
        RoleMentions roles = new RoleMentions(pack);
        String names =
                pack.roles().stream().map(r -> r.name() + " " + r.field()).collect(Collectors.joining(" "));
        this.tools = new Tools(roles, new Vocabulary(pack.passages(), names, folded), folded, embedder);
        this.reader = new ClauseReader(roles, folded);
        this.support = new Support(folded, embedder);
    }

    /**
     * Keeps or drops each claim.
     *
     * @param claims as the model gave them; not trusted
     * @param passages as the model saw them, in that order
     * @param askedRoles ids of the roles that the question is about: where it is one, a claim that names none is about it
     */
    public Verification verify(List<Claim> claims, List<Passage> passages, List<String> askedRoles) {
        return new Verification(
                claims.stream().map(c -> check(c, passages, askedRoles)).toList());
    }

    /**
     * How likely sentences of any document carry a claim about anything, 0 to 1: without the pack, its roles, and the
     * faults that a claim falls for in {@link #verify}.
     *
     * @param evidence sentences in their order; at most eight of them are embedded
     */
    public double support(String claim, List<String> evidence) {
        return support.score(claim, evidence);
    }

    /** What {@link #support} is computed from, for those who measure it. */
    public double[] figures(String claim, List<String> evidence) {
        return support.figures(claim, evidence);
    }

    /** From which {@link #support} on a claim counts as supported. */
    public double threshold() {
        return Support.THRESHOLD;
    }

    private Checked check(Claim claim, List<Passage> passages, List<String> askedRoles) {
        List<Passage> named = claim.passages().stream()
                .filter(n -> n >= 1 && n <= passages.size())
                .distinct()
                .map(n -> passages.get(n - 1))
                .toList();
        if (named.isEmpty()) {
            return dropped(claim, Fault.NO_PASSAGE, 0);
        }
        if (claim.text().length() > MAX_CHARACTERS) {
            return dropped(claim, Fault.TOO_LONG, 0);
        }
        if (!SentenceShape.isSentence(
                claim.text(),
                named.stream().flatMap(p -> p.statements().stream()).map(Statement::text))) {
            return dropped(claim, Fault.FRAGMENT, 0);
        }
        Examination examination = examination(claim.text(), named, askedRoles);
        return examination
                .fault()
                .map(fault -> dropped(claim, fault, examination.score()))
                .orElseGet(() -> new Checked(
                        claim,
                        Optional.empty(),
                        examination.support().stream()
                                .map(ReadStatement::statement)
                                .toList(),
                        examination.score()));
    }

    private Examination examination(String claim, List<Passage> named, List<String> askedRoles) {
        Set<String> meant = askedRoles.size() == 1 ? Set.copyOf(askedRoles) : Set.of();
        List<Clause> clauses = reader.read(claim).stream()
                .map(c -> c.roles().isEmpty() ? c.about(meant) : c)
                .toList();
        NamedPassages passages = new NamedPassages(named, reader, tools.roles().all(), tools.embedder());
        return new Examination(claim, clauses, passages, tools);
    }

    private static Checked dropped(Claim claim, Fault fault, double score) {
        return new Checked(claim, Optional.of(fault), List.of(), score);
    }
}
