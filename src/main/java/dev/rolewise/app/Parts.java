package dev.rolewise.app;

import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Embedder;
import java.util.function.Supplier;

/**
 * The parts that are measured on their own, without what answers questions.
 *
 * @param pack the knowledge pack in use
 * @param embedder knows the vectors that the build prepared
 * @param unstored gives an embedder that knows none
 * @param complexity as it is shipped
 * @param verifier shares the embedder
 */
record Parts(
        Pack pack,
        Embedder embedder,
        Supplier<Embedder> unstored,
        ComplexityClassifier complexity,
        Verifier verifier) {}
