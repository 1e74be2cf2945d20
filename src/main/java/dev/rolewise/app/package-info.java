/**
 * The composition root and the command line: reads the settings, builds everything, starts and stops it.
 *
 * <p>May use every package; none uses it, but for the entry point. Start reading at {@link dev.rolewise.app.Program};
 * {@code Composition} builds the object graph.
 */
@NullMarked
package dev.rolewise.app;

import org.jspecify.annotations.NullMarked;
