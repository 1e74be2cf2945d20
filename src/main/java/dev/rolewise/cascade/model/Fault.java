package dev.rolewise.cascade.model;

/**
 * Why a call gave no answer, with what the breaker has to know.
 *
 * @param failure for the caller
 * @param ofProvider whether it says that the provider is not well; false for what our request or settings caused
 */
record Fault(ModelReply.Failure failure, boolean ofProvider) {}
