package dev.rolewise.app;

import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.retrieval.ModelNotLoadedException;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;

/** The object graph of the real program: {@link Brain} answers, {@link Commands} offers it, a surface shows it. */
final class Composition implements Wiring {
    private final boolean colours;

    /** {@code colours} says whether a terminal may be coloured. */
    Composition(boolean colours) {
        this.colours = colours;
    }

    @Override
    public Pack pack(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        try {
            return PackLoader.load(setup.config().pack(setup.settings().text("pack")));
        } catch (IOException e) {
            throw new OperatorException("the knowledge pack cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Pictures pictures() {
        return Pictures.open();
    }

    @Override
    public Services services(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        return Installation.open(setup);
    }

    @Override
    public void index(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        PackAnalyzer words = new PackAnalyzer(pack(setup));
        try (DocumentShelves shelves =
                new DocumentShelves(OperatorDocuments.indexes(setup), words, new BgeEmbedder(StoredVectors.NONE))) {
            OperatorDocuments.index(setup, shelves);
        } catch (ModelNotLoadedException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public ClosableEmbedder embedder(Setup setup) {
        return new MeasuredEmbedder(
                new KeptVectors(setup.settings().folder("data-dir").resolve("vectors-eval.bin")));
    }

    @Override
    public Parts parts(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        return Installation.parts(setup);
    }

    @Override
    public Surface discord(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        return DiscordSurface.open(setup);
    }

    @Override
    public Surface chat(Setup setup) throws OperatorException, SettingsException, PackFaultsException {
        Logging.besideAPerson(setup.settings());
        pack(setup);
        return ChatSurface.open(setup, colours);
    }
}
