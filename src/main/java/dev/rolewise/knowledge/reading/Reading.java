package dev.rolewise.knowledge.reading;

/** What became of a document: its text, or why there is none. */
public sealed interface Reading permits ReadText, Unreadable {}
