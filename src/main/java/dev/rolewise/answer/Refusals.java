package dev.rolewise.answer;

import dev.rolewise.knowledge.AnswerForm;
import dev.rolewise.knowledge.Gap;
import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says no, and what can be asked instead. Thread-safe. */
final class Refusals {
    private static final Pattern THANKS =
            Pattern.compile("\\b(?:thanks?|thx|ty|cheers|appreciate|helpful|good bot)\\b", Pattern.CASE_INSENSITIVE);
    private static final int NEAREST = 2;
    private static final double CLOSE = 0.76;
    private static final double SURELY_CHAT = 0.6;

    private final Pack pack;
    private final StatementSelector selector;
    private final Matter matter;

    Refusals(Pack pack, StatementSelector selector, Matter matter) {
        this.pack = pack;
        this.selector = selector;
        this.matter = matter;
    }

    /** On topic, but the sources do not say. */
    void notCovered(QuestionProfile profile, Evidence evidence, Optional<Gap> gap, AnswerDraft draft) {
        if (gap.isPresent()) {
            draft.frame(gap.get().says());
            List<StatementTable.Row> nearest =
                    matter.rows(gap.get().nearest()).stream().limit(NEAREST).toList();
            if (!nearest.isEmpty()) {
                draft.frame(Phrases.WHAT_THEY_SAY, nearest);
            }
            gap.get().elsewhere().ifPresent(draft::frame);
            return;
        }
        draft.frame(Phrases.notCovered(profile.text()));
        List<StatementTable.Row> closest = selector.choose(
                selector.rank(profile, evidence),
                List.of(),
                1,
                300,
                0,
                row -> profile.embedding().cosine(row.embedding()) >= CLOSE);
        if (closest.isEmpty()) {
            draft.frame(suggestion(profile.text()));
        } else {
            draft.frame(Phrases.CLOSEST, closest);
        }
    }

    /** Small talk, and surely so: it names no role and its intent is clear. */
    boolean isChat(QuestionProfile profile) {
        return social(profile) && profile.roles().isEmpty() && profile.intentConfidence() >= SURELY_CHAT;
    }

    private boolean social(QuestionProfile profile) {
        return pack.intent(profile.intent())
                .map(Intent::form)
                .filter(f -> f == AnswerForm.SOCIAL)
                .isPresent();
    }

    /** Not this bot's topic; small talk gets a greeting. */
    void outOfScope(QuestionProfile profile, AnswerDraft draft) {
        boolean social = social(profile);
        if (social && THANKS.matcher(profile.text()).find()) {
            draft.frame(Phrases.THANKS);
            return;
        }
        draft.frame(social ? pack.greeting() : Phrases.outOfScope(profile.text(), pack));
        if (!social) {
            draft.frame(suggestion(profile.text()));
        }
    }

    String suggestion() {
        return suggestion("");
    }

    /** Two of the pack's questions to try, others for other questions. */
    private String suggestion(String question) {
        List<String> tries = pack.tries();
        int first = tries.isEmpty() ? 0 : Math.floorMod(question.hashCode(), tries.size());
        return Phrases.suggest(
                Stream.concat(tries.stream().skip(first), tries.stream().limit(first))
                        .limit(NEAREST)
                        .toList());
    }
}
