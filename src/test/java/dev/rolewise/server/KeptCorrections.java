package dev.rolewise.server;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrections in memory. */
final class KeptCorrections implements CorrectionStore {
    private final Map<String, Correction> byId = new LinkedHashMap<>();

    @Override
    public void put(Correction correction) {
        byId.put(correction.id(), correction);
    }

    @Override
    public List<Correction> of(String serverId) {
        return byId.values().stream()
                .filter(c -> c.serverId().equals(serverId))
                .sorted(Comparator.comparing(Correction::writtenAt).reversed())
                .toList();
    }

    @Override
    public Optional<Correction> correction(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public void drop(String id) {
        byId.remove(id);
    }

    @Override
    public void dropAll(String serverId) {
        byId.values().removeIf(c -> c.serverId().equals(serverId));
    }
}
