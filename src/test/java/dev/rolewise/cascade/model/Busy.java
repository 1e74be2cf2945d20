package dev.rolewise.cascade.model;

/** A look into a tier for tests outside its package. */
public final class Busy {
    private Busy() {}

    /** Threads of the tier that are busy with a call. */
    public static int threads(ProviderTier tier) {
        return tier.busyThreads();
    }
}
