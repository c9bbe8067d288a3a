package org.sceau.registry.application.administering;

/** The house cannot start as it is configured. The message says what to change; it is for the log of whoever starts it. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, kebab-case */
    public CannotStart(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
