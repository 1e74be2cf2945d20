/**
 * The indexes and the search over them: embeddings in process, BM25 and nearest vectors in Lucene, fused.
 *
 * <p>A part: it uses the base packages only. Lucene and LangChain4j types stay here. Start reading at {@link
 * dev.rolewise.retrieval.Retriever}.
 */
@NullMarked
package dev.rolewise.retrieval;

import org.jspecify.annotations.NullMarked;
