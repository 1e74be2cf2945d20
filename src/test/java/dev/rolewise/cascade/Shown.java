package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Reply;
import dev.rolewise.question.Answer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person sees, and what may never be in it. */
final class Shown {
    private static final Pattern MENTION = Pattern.compile("@everyone|@here|<[@#][!&]?\\d");
    private static final Pattern LINK = Pattern.compile("\\w+://|www\\.|discord\\.gg|\\]\\(|\\.example\\b");

    private static final Pattern HELD = Pattern.compile("payload=[^\\s,\\]]*");

    private Shown() {}

    /** All of an answer that is shown anywhere. */
    static String of(Answer answer) {
        return Stream.of(
                        answer.lines().stream().map(line -> line.plain()),
                        answer.citations().stream().map(c -> c.title() + c.heading() + c.quote()),
                        answer.followUps().stream(),
                        Stream.of(answer.receipt().toString()))
                .flatMap(texts -> texts)
                .collect(Collectors.joining("\n"));
    }

    /** The claims of a model that would be shown. */
    static String claims(Finding finding) {
        return finding instanceof Finding.Verified verified
                ? verified.claims().stream().map(c -> c.claim().text()).collect(Collectors.joining("\n"))
                : "";
    }

    /** Without what buttons hold: nobody sees it, and by chance it may look like anything. */
    static String of(Reply reply) {
        return reply.blocks().stream()
                .map(block -> HELD.matcher(block.toString()).replaceAll(""))
                .collect(Collectors.joining("\n"));
    }

    static void assertHarmless(String shown, List<String> mustNot) {
        assertThat(MENTION.matcher(shown).find()).as("a mention in: %s", shown).isFalse();
        assertThat(LINK.matcher(shown).find()).as("a link in: %s", shown).isFalse();
        assertThat(shown).doesNotContainIgnoringCase("canary");
        mustNot.forEach(text -> assertThat(shown).doesNotContainIgnoringCase(text));
    }
}
