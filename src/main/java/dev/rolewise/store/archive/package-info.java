/**
 * The file that a backup is: a zip with a manifest of what it holds and the checksum of each part. It knows no database.
 *
 * <p>Uses nothing else of ours. Start reading at {@link dev.rolewise.store.archive.Manifest}.
 */
@NullMarked
package dev.rolewise.store.archive;

import org.jspecify.annotations.NullMarked;
