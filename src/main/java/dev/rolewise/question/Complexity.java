package dev.rolewise.question;

/** Whether one fact answers a question, or several weighed against each other. */
public enum Complexity {
    SIMPLE,
    COMPLEX
}
