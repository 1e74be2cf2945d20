package dev.rolewise.app;

import dev.rolewise.knowledge.Pack;

/** The object graph of the real program. */
final class Composition implements Wiring {
    @Override
    public Pack pack(Setup setup) {
        throw new IllegalStateException("the knowledge pack is not wired");
    }

    @Override
    public Services services(Setup setup) {
        throw new IllegalStateException("answering is not wired");
    }

    @Override
    public Surface discord(Setup setup) {
        throw new IllegalStateException("Discord is not wired");
    }

    @Override
    public Surface chat(Setup setup) {
        throw new IllegalStateException("the terminal chat is not wired");
    }
}
