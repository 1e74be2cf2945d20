package dev.rolewise.command;

/**
 * A form with one text field that an action asks for before it acts.
 *
 * @param title at most 45 characters
 * @param label of the field, at most 45 characters
 * @param placeholder shown while the field is empty, at most 100 characters
 * @param maxLength longest input in characters
 */
public record Form(String title, String label, String placeholder, int maxLength) {}
