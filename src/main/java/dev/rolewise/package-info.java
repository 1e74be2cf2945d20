/** The entry point: {@link dev.rolewise.Rolewise} reads the command line and hands over to {@code app}. */
@NullMarked
package dev.rolewise;

import org.jspecify.annotations.NullMarked;
