package dev.rolewise.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message opens with before it asks: "ok and", "no sorry, i meant".
 *
 * @param corrects whether it takes back what was asked or understood
 * @param continues whether it goes on from what was asked
 * @param rest what is left, without what it rejects ("…, not the app")
 */
record Opening(boolean corrects, boolean continues, String rest) {
    private static final String GOES_ON =
            "and|but|then|also|plus|so|or|what about|how about|what's with|whats with|what of|same for|same question for";
    private static final String TAKES_BACK =
            "(?:(?:what )?i (?:actually |really )?(?:mean(?:t)?|asked|wanted)(?: (?:about|for|to (?:ask|know)(?: about)?))?"
                    + "|i(?:'m| am| was) (?:actually |really )?(?:asking|talking) (?:about|for)|meant|not that(?: one)?|make that|oops|whoops|my (?:bad|mistake)|wrong (?:one|role)"
                    + "|(?:that'?s |that is )?not what i (?:meant|asked|wanted)(?: for)?|scratch that|correction)";
    private static final Pattern FIRST = Pattern.compile(
            "^(?:(?<back>" + TAKES_BACK + ")|(?<no>no+|nah|nope|sorry|wait|actually)|(?<on>" + GOES_ON
                    + ")|ok(?:ay)?|k|hm+|uh+m*|ah+|oh+|lol|haha|thanks|thank you|thx|ty|cool|nice|great|alright|right|yeah|yes|yep|i see|got it|well|hey|btw|now|interesting|fair enough)\\b[\\s,.!:;…-]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REJECTED = Pattern.compile(
            "(?:[,;]\\s*|\\s+)(?:and )?(?:not|instead of|rather than)\\s+(?:(?:about|for) )?(?:the |an? )?[^,;.?!]{1,30}[.!?]?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BUT =
            Pattern.compile("^not [^,;.?!]{1,30}?,? but (?:rather )?", Pattern.CASE_INSENSITIVE);
    /** "Explain the second one. I mean the cache". */
    private static final Pattern MEANT = Pattern.compile(
            "(?<said>[^.,;!?…]{1,60})[.,;!?…-]+\\s*i mean(?:t)? (?<meant>.{2,80})", Pattern.CASE_INSENSITIVE);

    private static final int MOST = 8;

    static Opening of(String message) {
        String rest = message.strip();
        boolean corrects = false;
        boolean refuses = false;
        boolean continues = false;
        Matcher first = FIRST.matcher(rest);
        for (int i = 0; i < MOST && first.find() && first.end() < rest.length(); i++) {
            corrects |= first.group("back") != null;
            refuses |= first.group("no") != null;
            continues |= first.group("on") != null;
            rest = rest.substring(first.end());
            first = FIRST.matcher(rest);
        }
        Matcher meant = MEANT.matcher(rest);
        if (meant.matches()) {
            return new Opening(true, continues, References.filled(meant.group("said"), meant.group("meant")));
        }
        boolean takesBack = corrects || refuses;
        if (takesBack) {
            rest = NOT_BUT.matcher(rest).replaceFirst("");
            Matcher rejected = REJECTED.matcher(rest);
            if (rejected.find() && rejected.start() > 0) {
                rest = rest.substring(0, rejected.start());
            }
        }
        return new Opening(corrects, continues, rest.strip());
    }
}
