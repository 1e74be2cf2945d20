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

/**
 * What all parts have in memory of members, and what they share.
 *
 * @param housed every command that remembers replies to be shared
 * @param shared answers of all processes
 * @param names of those
 * @param settle waits until what is on its way to the record is there
 */
record MemberMemories(
        AskCommand ask,
        AnswerService answers,
        List<HousedCommand> housed,
        SharedLevel shared,
        SharedNames names,
        Runnable settle)
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
    public void forget(String memberId) {
        ask.forget(memberId);
        housed.forEach(command -> command.forget(memberId));
        shared.dropNamed(names.ofMember(memberId));
        settle.run();
    }
}
