package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of a loopback Discord, played by a developer who types one act a line. Used by one thread. */
final class Console {
    static final String HELP = """
            /ask question: what tools…   a slash command, with its options
            type ask question what t     what the bot suggests while an option is typed
            press N · select N value     a numbered button or menu of the last message that has any
            submit text | text           the fields of the last modal, in order
            menu N Ask about this…       a context menu command on the Nth message of the place
            say text                     a message of the member
            as bob · manager · dm · server   who acts, with Manage Server, and where
            messages · commands · violations · help · quit""";

    private final LoopbackDiscord discord;
    private final PrintStream out;
    private final MessagePrinter printer;
    private Member member;
    private @Nullable Modal modal;

    Console(LoopbackDiscord discord, PrintStream out) {
        this.discord = discord;
        this.out = out;
        this.printer = new MessagePrinter(out);
        this.member = discord.member("alice");
        discord.onMessage(printer::print);
    }

    /** Does what the line says; what Discord's client would not let a member do is printed, not thrown. */
    void run(String line) {
        try {
            if (line.startsWith("/")) {
                slash(line.substring(1));
            } else if (!line.isEmpty()) {
                String[] words = line.split(" ", 2);
                act(words[0], words.length == 1 ? "" : words[1]);
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | AssertionError e) {
            out.println("! " + e.getMessage());
        }
    }

    private void act(String verb, String rest) {
        switch (verb) {
            case "as" -> member = discord.member(rest);
            case "manager" -> member = member.withPermissions(Member.MANAGE_SERVER);
            case "dm" -> member = member.direct();
            case "server" -> member = member.in(discord.server("Loopback"));
            case "press" ->
                show(member.press(printer.last(), printer.button(rest).customId()));
            case "select" -> select(rest.split(" "));
            case "submit" -> submit(List.of(rest.split("\\|")));
            case "type" -> type(rest.split(" ", 3));
            case "menu" -> menu(rest.split(" ", 2));
            case "say" -> member.says(rest);
            case "messages" -> member.sees().forEach(printer::print);
            case "commands" ->
                discord.commands()
                        .forEach(command -> out.println(command.path("name").asText() + ": "
                                + command.path("description").asText("")));
            case "violations" -> discord.violations().forEach(out::println);
            default -> out.println(HELP);
        }
    }

    private void slash(String text) {
        String path = discord.commands().stream()
                .flatMap(command -> paths("", command).stream())
                .filter(known -> text.equals(known) || text.startsWith(known + " "))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new IllegalArgumentException("no such command; see: commands"));
        show(member.slash(path, inputs(text.substring(path.length()))));
    }

    private static List<String> paths(String above, ObjectNode command) {
        List<String> paths = new ArrayList<>();
        String path = above + command.path("name").asText();
        paths.add(path);
        Json.objects(command.path("options")).stream()
                .filter(option -> option.path("type").asInt() <= 2)
                .forEach(option -> paths.addAll(paths(path + " ", option)));
        return paths;
    }

    private static Input[] inputs(String text) {
        List<MatchResult> names =
                Pattern.compile("(?:^|\\s)([\\w-]+): ?").matcher(text).results().toList();
        Input[] inputs = new Input[names.size()];
        for (int i = 0; i < inputs.length; i++) {
            int end = i + 1 < inputs.length ? names.get(i + 1).start() : text.length();
            inputs[i] = new Input(
                    names.get(i).group(1),
                    text.substring(names.get(i).end(), end).strip());
        }
        return inputs;
    }

    private void type(String[] words) {
        member.autocomplete(words[0], words[1], words.length > 2 ? words[2] : "")
                .choices()
                .forEach(choice -> out.println("  - " + choice.name()));
    }

    private void select(String[] words) {
        SelectMenu menu = printer.select(words[0]);
        String[] values = List.of(words).subList(1, words.length).toArray(String[]::new);
        show(member.select(printer.last(), menu.customId(), values));
    }

    private void menu(String[] words) {
        Message target = member.sees().get(Integer.parseInt(words[0]) - 1);
        show(member.contextMenu(words[1], target));
    }

    private void submit(List<String> texts) {
        if (modal == null) {
            throw new IllegalStateException("no modal is open");
        }
        List<Modal.Field> fields = modal.fields();
        Input[] inputs = new Input[Math.min(texts.size(), fields.size())];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new Input(fields.get(i).customId(), texts.get(i).strip());
        }
        show(member.submit(modal, inputs));
    }

    private void show(Exchange exchange) {
        if (exchange.acknowledgement() == Acknowledgement.MODAL) {
            Modal shown = exchange.modal();
            modal = shown;
            out.println("[" + shown.title() + "]");
            shown.fields().forEach(field -> out.println("  " + field.label() + ": " + field.value()));
        }
    }
}
