package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.Input;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.Modal;
import dev.rolewise.loopback.SelectMenu;
import dev.rolewise.loopback.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Somebody who tries all that Discord lets them try, and what it does not, and notes each word that should not have come. */
final class Spy {
    private static final int SUBCOMMAND = 1;
    private static final int TEXT = 3;
    private static final int YES_NO = 5;
    private static final int NUMBER = 10;
    private static final int FILE = 11;
    private static final int IN_DIRECT_MESSAGES = 1;
    private static final int ON_MESSAGE = 3;
    private static final String DELETE = "delete-reply";
    private static final String HARMLESS = "Who waters the tulips?";

    private final RunningBot bot;
    private final Member member;
    private final List<String> markers;
    private final List<String> finds = new ArrayList<>();
    private final Set<String> pressed = new HashSet<>();
    private final Set<String> submitted = new HashSet<>();
    private final Set<String> tried = new HashSet<>();
    private int attempts;

    /** Who does not know these words and looks for them. */
    Spy(RunningBot bot, Member member, List<String> markers) {
        this.bot = bot;
        this.member = member;
        this.markers = markers;
    }

    /** A command or one of its subcommands, as it is called. */
    private record Leaf(String words, List<JsonNode> options) {
        static Stream<Leaf> of(JsonNode command) {
            String name = command.path("name").asText();
            List<JsonNode> options = list(command.path("options"));
            boolean whole = options.stream().noneMatch(o -> o.path("type").asInt() == SUBCOMMAND);
            return whole
                    ? Stream.of(new Leaf(name, options))
                    : options.stream()
                            .map(o -> new Leaf(name + " " + o.path("name").asText(), list(o.path("options"))));
        }

        boolean takes(String option) {
            return options.stream().anyMatch(o -> o.path("name").asText().equals(option));
        }

        boolean takesText() {
            return options.stream().anyMatch(o -> o.path("type").asInt() == TEXT);
        }
    }

    /** What came where it should not have. */
    List<String> finds() {
        return List.copyOf(finds);
    }

    /** How much was tried. */
    int attempts() {
        return attempts;
    }

    /** The names of the commands that were tried. */
    Set<String> tried() {
        return Set.copyOf(tried);
    }

    /** Each registered command, with each of the texts in each of its options, and what can be pressed on the replies. */
    void everyCommand(Collection<String> texts, Message target) {
        for (JsonNode command : bot.discord.commands()) {
            if (!offered(command)) {
                continue;
            }
            tried.add(command.path("name").asText());
            if (command.path("type").asInt() == ON_MESSAGE) {
                look("", member.contextMenu(command.path("name").asText(), target));
            } else {
                Leaf.of(command).forEach(leaf -> each(leaf, texts));
            }
        }
    }

    private boolean offered(JsonNode command) {
        return !member.placeName().isEmpty()
                || list(command.path("contexts")).stream().anyMatch(c -> c.asInt() == IN_DIRECT_MESSAGES);
    }

    private void each(Leaf leaf, Collection<String> texts) {
        Collection<String> fitting = leaf.takes("question") ? List.of(HARMLESS) : texts;
        for (String text : leaf.takesText() ? fitting : List.of(HARMLESS)) {
            look(text, member.slash(leaf.words(), filled(leaf, text)));
            for (JsonNode option : leaf.options()) {
                if (option.path("autocomplete").asBoolean()) {
                    String name = option.path("name").asText();
                    look(text, member.autocomplete(leaf.words(), name, text));
                    look("", member.autocomplete(leaf.words(), name, ""));
                    look("z", member.autocomplete(leaf.words(), name, "z"));
                }
            }
        }
    }

    private static Input[] filled(Leaf leaf, String text) {
        return leaf.options().stream()
                .filter(o -> o.path("type").asInt() != FILE || text.equals(HARMLESS))
                .map(o -> input(o.path("name").asText(), value(o, text)))
                .toArray(Input[]::new);
    }

    private static Object value(JsonNode option, String text) {
        return switch (option.path("type").asInt()) {
            case TEXT ->
                list(option.path("choices")).stream()
                        .map(c -> c.path("value").asText())
                        .findFirst()
                        .orElse(text.substring(
                                0,
                                Math.min(
                                        text.length(), option.path("max_length").asInt(6000))));
            case YES_NO -> true;
            case NUMBER -> 3;
            case FILE -> new Upload("a.md", "text/markdown", HARMLESS.getBytes(StandardCharsets.UTF_8));
            default -> throw new AssertionError("a kind of option that is not tried yet: " + option);
        };
    }

    /** Each id that somebody elsewhere could press, as if it stood here. */
    void everyPress(Collection<String> ids, Message here) {
        ids.forEach(id -> look(id, member.forge(here, id)));
    }

    /** Each as if it were that of a form. */
    void everyForm(Collection<String> ids, Message here) {
        Input[] fields = Stream.of("input", "question", "answer", "title", "text")
                .map(name -> input(name, HARMLESS))
                .toArray(Input[]::new);
        ids.forEach(id -> look(id, member.forgeForm(here, id, fields)));
    }

    /** What is asked in one's own words. */
    void asks(String question) {
        look(question, member.slash("ask", input("question", question)));
    }

    private void look(String typed, Exchange exchange) {
        attempts++;
        switch (exchange.acknowledgement()) {
            case CHOICES -> search(typed, exchange, exchange.choices().toString());
            case MODAL -> {
                Modal form = exchange.modal();
                search(typed, exchange, form.title() + form.fields());
                Input[] answers = form.fields().stream()
                        .filter(field -> field.value().isEmpty())
                        .map(field -> input(field.customId(), HARMLESS))
                        .toArray(Input[]::new);
                if (submitted.add(kind(form.customId()))) {
                    look(typed, member.submit(form, answers));
                }
            }
            default -> {
                Message reply = exchange.answer(m -> !m.text().startsWith("⏳"), "an answer that is done");
                search(typed, exchange, readable(reply));
                exchange.followUps().forEach(more -> search(typed, exchange, readable(more)));
                further(reply);
            }
        }
    }

    /** Presses what could be pressed on a reply, each kind of button once, whether or not it is still there. */
    private void further(Message reply) {
        for (Button button : reply.buttons()) {
            if (!button.customId().isEmpty()
                    && !button.customId().equals(DELETE)
                    && pressed.add(kind(button.customId()))) {
                look("", member.forge(reply, button.customId()));
            }
        }
        for (SelectMenu menu : reply.selects()) {
            if (pressed.add(kind(menu.customId()))) {
                look(
                        "",
                        member.forgeChoice(
                                reply, menu.customId(), menu.options().get(0).value()));
            }
        }
    }

    private static String kind(String customId) {
        return Stream.of(customId.split(":", 3)).limit(2).collect(Collectors.joining(":"));
    }

    private void search(String typed, Exchange exchange, String got) {
        String known = typed.toLowerCase(Locale.ROOT);
        String said = got.toLowerCase(Locale.ROOT);
        markers.stream()
                .filter(marker -> said.contains(marker) && !known.contains(marker))
                .forEach(marker -> finds.add(member + " got " + marker + " by " + exchange + ": " + got));
    }

    private static String readable(Message message) {
        return message.json() + " "
                + message.attachments().stream()
                        .map(a -> a.fileName() + " " + new String(a.file().bytes(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(" "));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
