package dev.rolewise.analysis;

import java.util.regex.Pattern;

/**
 * A message that tells of a project and asks no more than which role it needs: "We want a bot for our docs. Whom do we hire?"
 *
 * @param told what it tells, without what it asks
 * @param ours whether it speaks of somebody's own: "we", "my client"
 */
public record RoleRequest(String told, boolean ours) {
    private static final Pattern OURS = Pattern.compile(
            "\\b(?:we|our|ours|us|i|im|ive|my|clients?|boss|customers?|company|team)\\b", Pattern.CASE_INSENSITIVE);

    static RoleRequest in(String text, String told) {
        return new RoleRequest(told, OURS.matcher(text).find());
    }
}
