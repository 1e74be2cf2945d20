package dev.rolewise.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Questions in memory, with no bound; a member is their own code. */
final class KeptAsked implements AskedLog {
    final List<Kept> kept = new ArrayList<>();

    @Override
    public void add(Asked asked, String memberId) {
        kept.add(new Kept("a" + (kept.size() + 1), asked, memberId, Optional.empty()));
    }

    @Override
    public void rate(String serverId, String memberId, String question, Optional<Boolean> helpful) {
        kept.replaceAll(k -> k.askedBy().equals(memberId)
                        && k.asked().serverId().equals(serverId)
                        && k.asked().question().equals(question)
                ? new Kept(k.id(), k.asked(), k.askedBy(), helpful)
                : k);
    }

    @Override
    public List<Kept> of(String serverId, Instant since) {
        return kept.stream()
                .filter(k ->
                        k.asked().serverId().equals(serverId) && !k.asked().at().isBefore(since))
                .sorted(Comparator.comparing((Kept k) -> k.asked().at()).reversed())
                .toList();
    }

    @Override
    public Optional<Kept> find(String serverId, String id) {
        return kept.stream()
                .filter(k -> k.asked().serverId().equals(serverId) && k.id().equals(id))
                .findFirst();
    }
}
