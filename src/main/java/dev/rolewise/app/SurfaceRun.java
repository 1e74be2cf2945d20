package dev.rolewise.app;

import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.knowledge.PackFaultsException;

/** Runs a surface: alone of its kind on the data folder, and stopped in good order by Ctrl-C or SIGTERM. */
final class SurfaceRun {
    private SurfaceRun() {}

    /** Builds a surface. */
    interface Builder {
        Surface build(Setup setup) throws OperatorException, SettingsException, PackFaultsException;
    }

    /** Runs it to its end; {@code kind} is the name that the lock goes by. Gives the exit status. */
    static int of(String kind, Setup setup, Builder builder)
            throws OperatorException, SettingsException, PackFaultsException {
        DataFolder folder = DataFolder.open(setup.settings().folder("data-dir"));
        DataFolder.Lock lock = folder.lock(kind);
        try {
            return run(builder.build(setup), setup.storage());
        } finally {
            lock.close();
        }
    }

    private static int run(Surface surface, Storage storage) throws OperatorException {
        StopHook hook = StopHook.install(surface);
        try (storage;
                surface) {
            return surface.run();
        } finally {
            hook.finished();
        }
    }
}
