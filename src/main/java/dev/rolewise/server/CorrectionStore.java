package dev.rolewise.server;

import java.util.List;
import java.util.Optional;

/**
 * The durable record of corrections. Thread-safe; a call returns when the change is on disk. Each method throws
 * {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface CorrectionStore {
    /** Keeps a correction, in place of the one with its id. */
    void put(Correction correction);

    /** The corrections of a server, those written last first. */
    List<Correction> of(String serverId);

    /** The correction with that id. */
    Optional<Correction> correction(String id);

    /** Forgets a correction. */
    void drop(String id);

    /** Forgets those of a server. */
    void dropAll(String serverId);
}
