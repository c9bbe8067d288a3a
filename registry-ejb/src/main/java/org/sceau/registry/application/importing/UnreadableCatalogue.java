package org.sceau.registry.application.importing;

/** A source that cannot be read as a whole. Nothing of it enters the registry. */
public final class UnreadableCatalogue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final long line;
    private final String detail;

    /**
     * @param code   stable, kebab-case: {@code encoding}, {@code json-syntax}, {@code json-too-deep}, {@code csv-quotes},
     *               {@code header-unknown-column}, {@code header-missing-column}, {@code line-too-long}, {@code cell-too-long} …
     * @param line   1-based line where it was noticed, 0 when unknown
     * @param detail the offending name or value, cut at 200 characters; never a stack trace or a message of a library
     */
    public UnreadableCatalogue(String code, long line, String detail) {
        super(code + " at line " + line + ": " + RowProblem.cut(detail));
        this.code = code;
        this.line = line;
        this.detail = RowProblem.cut(detail);
    }

    public String code() {
        return code;
    }

    public long line() {
        return line;
    }

    public String detail() {
        return detail;
    }
}
