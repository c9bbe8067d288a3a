package org.sceau.registry.application.revising;

/** A definition file that cannot be used. Nothing of it comes into use. */
public final class UnusableDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 300;

    private final String code;
    private final int line;
    private final String reason;

    /**
     * @param code   stable, kebab-case: the codes of the loader
     * @param line   1-based; 0 when the whole file is meant
     * @param reason for the person who edits the file, cut at 300 characters
     */
    public UnusableDefinition(String file, int line, String code, String reason) {
        super(file + ":" + line + ": " + code + ": " + reason);
        this.code = code;
        this.line = line;
        this.reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    public String code() {
        return code;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
