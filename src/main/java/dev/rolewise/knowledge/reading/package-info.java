/**
 * Reads the text of documents that strangers send: PDF, DOCX, HTML, Markdown and plain text, in a process of its own that
 * has nothing to lose.
 *
 * <p>Base: it may use nothing of ours. Start reading at {@link dev.rolewise.knowledge.reading.DocumentReader}; what runs in
 * the other process begins at {@link dev.rolewise.knowledge.reading.ReaderProcess}.
 */
@NullMarked
package dev.rolewise.knowledge.reading;

import org.jspecify.annotations.NullMarked;
