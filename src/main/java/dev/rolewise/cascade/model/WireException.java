package dev.rolewise.cascade.model;

/** Carries a fault through the provider's client to the one who called. It has no cause, message or stack to leak. */
final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    WireException(Fault fault) {
        super(fault.failure().kind().name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
