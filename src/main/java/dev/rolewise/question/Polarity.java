package dev.rolewise.question;

/** Whether a question asks for a thing or for its absence ("do they need maths", "do they not"). */
public enum Polarity {
    POSITIVE,
    NEGATIVE
}
