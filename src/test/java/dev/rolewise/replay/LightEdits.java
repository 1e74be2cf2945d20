package dev.rolewise.replay;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same question in a wording a little different: capitals, marks, greetings, another name of a role. Not thread-safe. */
final class LightEdits {
    private static final List<String> OPENINGS =
            List.of("hi, ", "Hey all, ", "hello! ", "Quick question: ", "please, ", "hmm, ", "so ", "Hi folks 👋 ");
    private static final List<String> ENDINGS = List.of(" thanks!", " pls", " 🙂", " Thank you", " please", " tia");

    private final Random random;
    private final List<List<String>> names = new ArrayList<>();

    LightEdits(Pack pack, Random random) {
        this.random = random;
        for (Role role : pack.roles()) {
            List<String> all = new ArrayList<>(List.of(role.name()));
            all.addAll(role.aliases());
            names.add(all);
        }
    }

    String edit(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> text.replaceAll("[?.!]+$", "");
            case 2 -> text.replaceFirst("[?.!]*$", "??");
            case 3 -> one(OPENINGS) + text;
            case 4 -> text + one(ENDINGS);
            default -> renamed(text);
        };
    }

    /** With another name for the first role that it names; in capitals where it names none. */
    private String renamed(String text) {
        for (List<String> role : names) {
            for (String name : role) {
                Matcher found =
                        Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\b").matcher(text);
                if (found.find()) {
                    return found.replaceFirst(Matcher.quoteReplacement(one(role)));
                }
            }
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
