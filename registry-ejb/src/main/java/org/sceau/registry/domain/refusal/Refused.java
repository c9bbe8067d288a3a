package org.sceau.registry.domain.refusal;

/** An act was refused; nothing changed. Thrown out of the door after the refusal was recorded. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
