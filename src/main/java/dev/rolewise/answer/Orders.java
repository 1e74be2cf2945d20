package dev.rolewise.answer;

import java.util.regex.Pattern;

/** Recognises sentences that give the bot orders as a machine instead of asking it something. */
final class Orders {
    private static final String INSTRUCTIONS =
            "(?:instructions?|rules?|prompts?|guidelines|directives|orders|task|programming|restrictions|filters?)";

    /** How a sentence that orders begins. */
    private static final Pattern BEGINS = oneOf(
            "",
            "(?:please |now |so |ok |just ){0,8}(?:ignore|disregard|forget|override|bypass|drop|skip)\\b.{0,40}\\b"
                    + INSTRUCTIONS,
            ".{0,30}\\bfrom now on\\b",
            "(?:remember|store|save|note)\\b.{0,20}\\bfor (?:all|every|later|future)\\b",
            "(?:please |now ){0,8}(?:print|show|reveal|repeat|output|dump|leak|tell me|give me|translate|spell|send|paste|display|recite)\\b.{0,60}\\b(?:your|the|hidden|everything|first|all)\\b.{0,40}\\b(?:system prompt|hidden (?:prompt|rules?|instructions?)|prompt|your (?:rules|instructions)|above|messages so far|words you were given|environment|token|api key)\\b",
            "(?:repeat|output|spell|print)\\b.{0,40}\\b(?:above|you were given|so far|before this)\\b",
            "(?:say hi to|ping|mention|tag|dm)\\b",
            "(?:please )?(?:repeat after me|repost|post this|forward this)\\b",
            "(?:open|read|cat|fetch|curl|wget|visit|use)\\b.{0,30}(?:\\.\\./|/etc/|/proc/|file:|localhost|127\\.0)",
            "(?:user|assistant|system)\\s*:");

    /** What stands in it anywhere, from the edge of a word on: together, so that one look at each edge is enough. */
    private static final Pattern HOLDS = oneOf(
            "\\b",
            "(?:ignore|disregard|forget|override) (?:all|any|your|the|every)\\b.{0,30}\\b" + INSTRUCTIONS
                    + "\\b.{0,40}\\b(?:and|then|reply|say|write|print|act)\\b",
            "(?:system|hidden|initial|secret|developer)[ -](?:prompt|rules?|instructions?|message)\\b.{0,60}\\b(?:word for word|verbatim|code block|french|german|spanish|back|whole)",
            "you are (?:now )?(?:dan|a bot without|an ai without|unrestricted|jailbroken)\\b|dan-|do anything now\\b|unrestricted mode\\b|developer mode\\b|no rules\\b",
            "(?:reply|respond|answer|confirm) (?:only )?with\\b.{0,30}\\b(?:only|just|the word|[a-z]+-[a-z0-9-]+)\\b",
            "(?:opposite day|rules forbid|do whatever your rules)\\b",
            "(?:decode|unhex|rot13|morse|backwards|base64)\\b.{0,60}\\b(?:do|obey|follow|answer|execute|carry out)\\b",
            "(?:env(?:ironment)? variables?|process\\.env|os\\.environ|\\.env\\b|bot token|api[_ ]key=|llm_api_key)",
            "(?:etc/passwd|drop table|flushall|union select|delete from|\\.\\.%2f)",
            "(?:what did|show me|list)\\b.{0,40}\\b(?:people|members?|users?|history|servers)\\b.{0,60}\\b(?:guild|server|servers|asked?|other)\\b");

    private static final Pattern QUOTED = Pattern.compile("'[^']{3,200}'|\"[^\"]{3,200}\"|“[^”]{3,200}”");

    private Orders() {}

    /** Whether the sentence orders; what it only quotes does not count. */
    static boolean isOrder(String sentence) {
        String said = QUOTED.matcher(sentence.strip()).replaceAll(" … ");
        return BEGINS.matcher(said).lookingAt() || HOLDS.matcher(said).find();
    }

    private static Pattern oneOf(String before, String... patterns) {
        return Pattern.compile(before + "(?:" + String.join("|", patterns) + ")", Pattern.CASE_INSENSITIVE);
    }
}
