package org.sceau.ledger;

/** A value that no ledger entry may carry. {@link #code()} is public and stable. */
public final class EntryRefused extends IllegalArgumentException {
    public static final String TOO_LARGE = "ledger-entry-too-large";
    public static final String TOO_DEEP = "ledger-entry-too-deep";
    public static final String NUMBER_OUT_OF_RANGE = "ledger-number-out-of-range";
    public static final String VALUE_UNKNOWN = "ledger-value-unknown";
    public static final String TEXT_MALFORMED = "ledger-text-malformed";

    private static final long serialVersionUID = 1L;

    private final String code;

    EntryRefused(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
