package dev.rolewise.retrieval;

/** The embedding model cannot be loaded; the message says what to do. */
public final class ModelNotLoadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelNotLoadedException(Throwable cause) {
        super(
                "the language model cannot unpack or load its library: make the temporary folder ("
                        + System.getProperty("java.io.tmpdir") + ") writable, or name another with -Djava.io.tmpdir;"
                        + " it runs on 64-bit Linux (glibc), Windows and Apple silicon",
                cause);
    }
}
