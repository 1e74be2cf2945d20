/**
 * Tables and charts as PNG: drawn by Java2D in a bundled font, so that they look the same on a server without fonts.
 *
 * <p>A part: of the other packages it uses {@code command} only. AWT and XChart types stay here. Start reading at {@link
 * dev.rolewise.picture.PictureMaker}.
 */
@NullMarked
package dev.rolewise.picture;

import org.jspecify.annotations.NullMarked;
