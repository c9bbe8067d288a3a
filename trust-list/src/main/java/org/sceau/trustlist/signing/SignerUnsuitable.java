package org.sceau.trustlist.signing;

/** A key or certificate that may not sign this list (clause 5.7.1; R14, R24, R73, R75, R79). {@link #code()} is stable. */
public final class SignerUnsuitable extends IllegalArgumentException {
    public static final String KEY_TOO_WEAK = "signer-key-too-weak";
    public static final String KEY_UNSUPPORTED = "signer-key-unsupported";
    public static final String KEY_MISMATCH = "signer-key-mismatch";
    public static final String NOT_YET_VALID = "signer-not-yet-valid";
    public static final String EXPIRED = "signer-expired";
    public static final String NOT_ANNOUNCED = "signer-not-announced";
    public static final String OVERLAP = "signer-overlap-lt-3m";
    public static final String COUNTRY_MISMATCH = "signer-country-mismatch";
    public static final String ORGANISATION_MISMATCH = "signer-organisation-mismatch";
    public static final String KEY_USAGE = "signer-key-usage";
    public static final String IS_AUTHORITY = "signer-is-authority";
    public static final String WITHOUT_KEY_IDENTIFIER = "signer-without-key-identifier";

    private static final long serialVersionUID = 1L;

    private final String code;

    SignerUnsuitable(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
