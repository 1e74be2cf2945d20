/**
 * The settings, and the folder that they and all other configuration come from. Generic: what a setting means is known
 * to the feature that it belongs to.
 *
 * <p>Uses nothing else of ours. Start reading at {@link dev.rolewise.app.settings.SettingsLoader}.
 */
@NullMarked
package dev.rolewise.app.settings;

import org.jspecify.annotations.NullMarked;
