package dev.rolewise.app;

import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cache.SharedNames;
import dev.rolewise.server.HousedCommand;
import dev.rolewise.server.Memories;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What all parts have in memory of members, and what they share.
 *
 * @param housed every command that remembers replies to be shared
 * @param shared answers of all processes
 * @param names of those
 * @param naming waits until what is on its way to being shared is there; says whether it is
 * @param settle the same of what is on its way to the record
 */
record MemberMemories(
        AskCommand ask,
        AnswerService answers,
        List<HousedCommand> housed,
        SharedLevel shared,
        SharedNames names,
        BooleanSupplier naming,
        BooleanSupplier settle)
        implements Memories {
    @Override
    public Map<String, List<String>> about(String memberId) {
        Map<String, List<String>> about = new LinkedHashMap<>();
        put(about, "Questions of yours that I remember for follow-ups", ask.remembered(memberId));
        put(about, "Questions of yours whose answers I give again", answers.keptQuestions(memberId));
        return about;
    }

    private static void put(Map<String, List<String>> about, String kind, List<String> questions) {
        if (!questions.isEmpty()) {
            about.put(kind, questions);
        }
    }

    @Override
    public Set<String> members() {
        return ask.members();
    }

    @Override
    public void forget(String memberId) {
        ask.forget(memberId);
        housed.forEach(HousedCommand::forgetSharable);
    }

    @Override
    public boolean settle(String memberId) {
        boolean named = naming.getAsBoolean();
        shared.dropNamed(names.ofMember(memberId));
        return settle.getAsBoolean() && named;
    }
}
