package dev.rolewise.app;

import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;

/** Builds what a command needs. Each result is the caller's to close. */
interface Wiring {
    /** Reads and checks the knowledge pack, and builds nothing else. */
    Pack pack(Setup setup) throws OperatorException, SettingsException, PackFaultsException;

    /** What draws pictures, or {@link Pictures#NONE}. */
    Pictures pictures();

    /** Builds everything that answering needs. */
    Services services(Setup setup) throws OperatorException, SettingsException, PackFaultsException;

    /** Brings what is searched of the operator's own documents to their record; loads the language model. */
    void index(Setup setup) throws OperatorException, SettingsException, PackFaultsException;

    /** The language model for texts that belong to no pack, such as those that the scorecard measures on. */
    ClosableEmbedder embedder(Setup setup) throws OperatorException, SettingsException;

    /** Builds what is measured on its own; nothing of it is to be closed. */
    Parts parts(Setup setup) throws OperatorException, SettingsException, PackFaultsException;

    /** Builds the bot on Discord; there is a token. */
    Surface discord(Setup setup) throws OperatorException, SettingsException, PackFaultsException;

    /** Builds the terminal chat. */
    Surface chat(Setup setup) throws OperatorException, SettingsException, PackFaultsException;
}
