package dev.rolewise.app.settings;

/**
 * A value that somebody gave, not yet checked.
 *
 * @param key name of the setting
 * @param text as written
 * @param origin where it stands
 */
record Given(String key, String text, String origin) {}
