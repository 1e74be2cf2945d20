package dev.rolewise.cascade.money;

/** How a model call ended. */
public enum Outcome {
    /** Its reply, or what was left of it after checking, is the answer. */
    ANSWERED,
    /** A reply came, but was not good enough: unparsable, cut off, unsupported, a refusal. */
    REJECTED,
    /** The provider gave an error. */
    FAILED,
    /** It was given up before a reply was there: the deadline, or the program stopped. */
    CANCELLED,
    /** Nobody knows: the process that made it is gone. Only the ledger says so. */
    ABANDONED
}
