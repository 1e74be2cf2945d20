/**
 * The comparison of a pack's roles: the table as a picture, as text and as a file, and single rows in words with their
 * quotes.
 *
 * <p>A feature: it uses parts and the base, and no other feature. Start reading at
 * {@link dev.rolewise.compare.CompareCommand}; {@link dev.rolewise.compare.ComparisonTable} is what it shows.
 */
@NullMarked
package dev.rolewise.compare;

import org.jspecify.annotations.NullMarked;
