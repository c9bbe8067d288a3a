package org.sceau.registry.infrastructure.schemes;

/** A scheme definition that cannot be used. The registry does not start with one. */
public final class BrokenDefinition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String code;
    private final String reason;

    /**
     * @param line   1-based; 0 when the whole file is meant
     * @param code   stable, kebab-case: {@code missing-file}, {@code too-large}, {@code not-utf-8}, {@code not-yaml}, {@code alias},
     *               {@code too-deep}, {@code unsupported-format}, {@code file-name}, {@code unknown-key}, {@code missing-key},
     *               {@code duplicate-key}, {@code wrong-type}, {@code unknown-value}, {@code duplicate-id}, {@code unknown-family},
     *               {@code family-without-scheme}, {@code bad-date}, {@code bad-period}, {@code bad-example}, {@code refused-value};
     *               of format 2: {@code unknown-condition}, {@code unknown-fact}, {@code unknown-option}, {@code unknown-level},
     *               {@code unknown-scope}, {@code unknown-document}, {@code unknown-conclusion}, {@code unknown-approval},
     *               {@code unknown-deadline}, {@code unknown-rule}, {@code unknown-guard}, {@code unknown-stage}, {@code unknown-decision},
     *               {@code overlapping-move}, {@code dead-stage}, {@code stage-without-exit}, {@code exit-from-end},
     *               {@code no-way-to-an-end}, {@code kind-without-move}, {@code wrong-advice}, {@code unread-number}, {@code unknown-field}; of legal
     *               clocks: {@code unknown-clock}
     * @param reason for the person who edits the file
     */
    public BrokenDefinition(String file, int line, String code, String reason) {
        super(reason);
        this.file = file;
        this.line = line;
        this.code = code;
        this.reason = reason;
    }

    /** {@code file:line: code: reason}, as editors understand it. */
    @Override
    public String getMessage() {
        return file + ":" + line + ": " + code + ": " + reason;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String code() {
        return code;
    }

    /** For the person who edits the file, without place and code. */
    String reason() {
        return reason;
    }
}
