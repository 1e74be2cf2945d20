package dev.rolewise.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gaps in memory. */
final class KeptGaps implements GapLog {
    final List<Gap> gaps = new ArrayList<>();
    final List<Topic> counts = new ArrayList<>();

    @Override
    public void add(Gap gap, String memberId) {
        gaps.add(gap);
    }

    @Override
    public List<Gap> of(String serverId, Instant since, int most) {
        return gaps.stream()
                .filter(gap -> gap.serverId().equals(serverId) && !gap.at().isBefore(since))
                .sorted(Comparator.comparing(Gap::at).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Gap> find(String serverId, String id) {
        return gaps.stream()
                .filter(gap -> gap.serverId().equals(serverId) && gap.id().equals(id))
                .findFirst();
    }

    @Override
    public void forget(String serverId, List<String> ids) {
        gaps.removeIf(gap -> gap.serverId().equals(serverId) && ids.contains(gap.id()));
    }

    @Override
    public void count(String serverId, String topic, Optional<Boolean> helpful, Instant at) {
        counts.add(new Topic(
                topic,
                helpful.isEmpty() ? 1 : 0,
                helpful.filter(h -> h).isPresent() ? 1 : 0,
                helpful.filter(h -> !h).isPresent() ? 1 : 0));
    }

    @Override
    public List<Topic> topics(String serverId, Instant since) {
        return List.copyOf(counts);
    }
}
