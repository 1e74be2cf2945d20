package dev.rolewise.answer;

import java.util.regex.Pattern;

/** Takes Discord's and a prompt's markup out of a text: mentions, links, tags, bracketed directives, code that calls. */
final class Markup {
    private static final Pattern MENTION =
            Pattern.compile("<(?:@[!&]?|#|a?:\\w+:|t:|/)[^>\\s]{0,60}>|@(?:everyone|here)\\b");
    private static final Pattern MASKED_LINK = Pattern.compile("!?\\[([^\\]]{0,200})\\]\\([^)]{0,500}\\)");
    private static final Pattern LINK =
            Pattern.compile("<?\\b(?:https?|ftp|file|gopher|ws)://[^\\s>]+>?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAGGED = Pattern.compile(
            "<(system|assistant|instructions?|context|tool|developer)>[\\s\\S]*?</\\1>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][\\w-]{0,30}(?:\\s[^>]{0,100})?>");
    private static final Pattern DOUBLE_BRACKETS = Pattern.compile("\\[\\[[^\\]]{0,500}\\]\\]");
    private static final Pattern DIRECTIVE = Pattern.compile("\\[[\\w-]{1,30}\\s*:[^\\]]{0,300}\\]");
    private static final Pattern CALL =
            Pattern.compile("\\b\\w{2,40}\\((?:\"[^\"]{0,80}\"|'[^']{0,80}')[^)]{0,200}\\)");
    private static final Pattern SPACES = Pattern.compile("[ \\t]{2,}");

    private Markup() {}

    static String strip(String text) {
        if (isPlain(text)) {
            return text.strip();
        }
        String bare = TAGGED.matcher(text).replaceAll(" ");
        bare = DOUBLE_BRACKETS.matcher(bare).replaceAll(" ");
        bare = MASKED_LINK.matcher(bare).replaceAll("$1");
        bare = MENTION.matcher(bare).replaceAll(" ");
        bare = LINK.matcher(bare).replaceAll(" ");
        bare = TAG.matcher(bare).replaceAll(" ");
        bare = DIRECTIVE.matcher(bare).replaceAll(" ");
        bare = CALL.matcher(bare).replaceAll(" ");
        return SPACES.matcher(bare).replaceAll(" ").strip();
    }

    /** Whether it has nothing that any markup begins with, as most texts. */
    private static boolean isPlain(String text) {
        boolean spaced = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || c == '\t';
            if (c == '<' || c == '[' || c == '@' || c == '(' || c == '/' || (spaced && space)) {
                return false;
            }
            spaced = space;
        }
        return true;
    }
}
