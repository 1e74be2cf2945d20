package dev.rolewise.knowledge;

/**
 * One sentence of a passage: what is quoted and cited.
 *
 * @param key short hash of its source and text, the same in every run as long as neither changes; 7 characters of
 *     {@code [0-9a-z]}
 * @param text the sentence, letter by letter as it stands in the passage
 * @param position its place in the source, counted from 0
 */
public record Statement(String key, String text, int position) {}
