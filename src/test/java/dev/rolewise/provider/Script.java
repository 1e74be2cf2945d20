package dev.rolewise.provider;

import java.io.IOException;

/** How one call is answered. Scripts that are used for many calls are used by many threads. */
@FunctionalInterface
public interface Script {
    /** Answers; an {@link IOException} means that the client hung up. */
    void play(ProviderRequest request, Wire wire) throws IOException;
}
