package dev.rolewise.cascade;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Tier;
import java.util.List;
import java.util.Optional;

/**
 * A question for the model tiers, with what they may use to answer it. Everything in it has been masked and checked.
 *
 * @param questionId id for the ledger; holds nothing of the text
 * @param text the question, standing alone
 * @param roles ids of the roles that it is about
 * @param roleNames names of the pack's roles, for the claims to use
 * @param passages ranked, best first
 * @param start the tier to begin with: cheap or strong
 * @param climbs whether another tier may be asked where this one does not answer well
 * @param memberId who pays of their daily budget; empty at the terminal
 * @param serverId the server that pays likewise; empty outside servers
 * @param keeping what may be kept for the question
 */
public record Inquiry(
        String questionId,
        String text,
        List<String> roles,
        List<String> roleNames,
        List<Passage> passages,
        Tier start,
        boolean climbs,
        Optional<String> memberId,
        Optional<String> serverId,
        Keeping keeping) {
    public Inquiry {
        roles = List.copyOf(roles);
        roleNames = List.copyOf(roleNames);
        passages = List.copyOf(passages);
        if (start == Tier.LOCAL) {
            throw new IllegalArgumentException("the local tier asks no model");
        }
    }
}
