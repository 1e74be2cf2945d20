package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.awaitility.Awaitility.await;

import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.SelectMenu;
import dev.rolewise.loopback.Server;
import dev.rolewise.loopback.Upload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A server that has one of each thing a server can have, each with a word in it that stands nowhere else. */
final class Planted {
    /** What the code of its door is, as its members may ask. */
    static final String ASKED = "What is the code of the greenhouse door?";

    static final String TITLE = "Zquoll handbook";
    static final String CORRECTED = "Who helps me with the zcorqen loom?";

    /** Words that nobody elsewhere knows, so that nobody types them there. */
    static final List<String> SECRETS = List.of(
            "zibexa",
            "zanvort",
            "zplough",
            "zcorans",
            "zpendtext",
            "zpenhead",
            "zremtext",
            "zgapper",
            "zpopular",
            "zthread",
            "zdown");

    /** Words that somebody elsewhere may type, and that must not come from the bot. */
    static final List<String> NAMES = List.of("zquoll", "zcorqen", "zremoved");

    private static final String CHANNEL = "987654321098765432";
    private static final String TOOLS = "What tools do ML engineers use?";

    final Server server;
    final Member manager;
    final Member member;
    private final RunningBot bot;
    /** All that its members could press or choose, and could tell others of; without questions of the pack, which are everybody's. */
    final Set<String> componentIds;

    /** Plants them; {@code member} and {@code manager} are those who ask and write there. */
    Planted(RunningBot bot, Server server, Member member, Member manager) {
        this.bot = bot;
        this.server = server;
        this.member = member.in(server);
        this.manager = manager.in(server).withPermissions(Member.MANAGE_SERVER);
        Set<String> ids = new ConcurrentSkipListSet<>();
        AtomicBoolean planting = new AtomicBoolean(true);
        bot.discord.onMessage(message -> {
            if (planting.get()) {
                message.buttons().stream().map(Button::customId).forEach(ids::add);
                message.selects().stream().map(SelectMenu::customId).forEach(ids::add);
            }
        });
        documents();
        corrections();
        set("threads", "on");
        questions();
        set("member-day", "97");
        set("channels", "<#" + ask("Which zdown tools do AI engineers use?").channelId() + "> <#" + CHANNEL + ">");
        bot.answeredInTime(this.member.slash("fit"));
        set("replies", "private");
        ask(ASKED);
        set("replies", "public");
        planting.set(false);
        ids.removeIf(id -> id.isBlank() || id.equals("delete-reply") || id.startsWith("ask:next:"));
        componentIds = Set.copyOf(ids);
    }

    /** All words that must come from the bot nowhere else. */
    static List<String> markers() {
        return Stream.of(SECRETS, NAMES, List.of(CHANNEL)).flatMap(List::stream).toList();
    }

    /** What its managers see of it. */
    List<String> shown() {
        return Stream.of("knowledge list", "corrections list", "settings show", "insights")
                .map(command -> bot.answeredInTime(manager.slash(command)).text())
                .toList();
    }

    Message ask(String question) {
        return bot.answeredInTime(member.slash("ask", input("question", question)));
    }

    /** Waits until all that was written down in the background by now is there: it is written in the order of asking. */
    void settle(Path dataFolder) {
        ask("Do AI engineers need a zgapper permit for Norway?");
        await().until(() -> KeptRows.of(dataFolder, server.id()).getOrDefault("gap", List.of()), gaps -> gaps.stream()
                .anyMatch(gap -> gap.contains("Norway")));
    }

    private void documents() {
        String text = "# Zibexa hours\n\nThe code of the greenhouse door is zanvort4711 and the door is green.\n"
                + "ML engineers here use the zplough as their tool for training models.";
        bot.answeredInTime(manager.press(add(TITLE, text), "Use it"));
        add("Zpending plan", "# Zpenhead\n\nThe zpendtext of the boiler is kept in the cellar.");
        bot.answeredInTime(manager.press(add("Zremoved note", "The zremtext of the roof is on the wall."), "Use it"));
        bot.answeredInTime(manager.slash("knowledge show", input("document", "Zremoved note")));
        bot.answeredInTime(manager.slash("knowledge remove", input("document", "Zremoved note")));
        bot.answeredInTime(manager.slash("knowledge show", input("document", TITLE)));
    }

    private Message add(String title, String text) {
        Upload file = new Upload("file.md", "text/markdown", text.getBytes(StandardCharsets.UTF_8));
        return manager.slash("knowledge add", input("file", file), input("title", title))
                .reply(message -> !message.text().startsWith("⏳"), "a preview");
    }

    private void corrections() {
        bot.answeredInTime(manager.submit(
                manager.slash("corrections add").modal(),
                input("question", CORRECTED),
                input("answer", "Ask the zcorans in the loft.")));
    }

    private void questions() {
        Message answer = ask("What tools do zthread people and ML engineers use?");
        await().until(() -> bot.discord.hasThread(answer));
        bot.answeredInTime(member.inThread(answer).slash("ask", input("question", ASKED)));
        Message open = ask("Do AI engineers need a zgapper permit for Japan?");
        bot.answeredInTime(member.press(open, id(open, ":down:")));
        Message rated = ask(TOOLS);
        bot.answeredInTime(member.press(rated, id(rated, ":up:")));
        bot.answeredInTime(manager.press(rated, "Details"));
        String often = "What tools do zpopular ML engineers use?";
        ask(often);
        bot.answeredInTime(manager.slash("ask", input("question", often)));
        await().until(
                        () -> bot.answeredInTime(manager.slash("insights")),
                        m -> m.text().contains("zgapper") && m.text().contains("zpopular"));
    }

    private void set(String name, String value) {
        bot.answeredInTime(manager.slash("settings set", input("setting", name), input("value", value)));
    }

    private static String id(Message answer, String part) {
        return answer.buttons().stream()
                .map(Button::customId)
                .filter(id -> id.contains(part))
                .findFirst()
                .orElseThrow();
    }
}
