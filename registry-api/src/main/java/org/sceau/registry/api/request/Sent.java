package org.sceau.registry.api.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** A request that changes something, read whole. */
public final class Sent {
    /** Name of the header that marks repetitions. */
    public static final String REPETITION = "Idempotency-Key";

    static final int LARGEST_BYTES = 256 * 1024;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final HttpHeaders headers;
    private final String address;
    private final byte[] bytes;

    private Sent(HttpHeaders headers, String address, byte[] bytes) {
        this.headers = headers;
        this.address = address;
        this.bytes = bytes;
    }

    /** @throws Refused {@code parameter-unknown} for any query, {@code body-too-large}, {@code body-incomplete} */
    public static Sent of(Request request, UriInfo asked, HttpHeaders headers, InputStream body) {
        Query.of(asked.getQueryParameters(), Set.of());
        return new Sent(
                headers,
                request.getMethod() + " " + asked.getPath(),
                read(body, headers.getHeaderString(HttpHeaders.CONTENT_LENGTH)));
    }

    /**
     * The body as a record.
     *
     * @throws Refused {@code body-empty}, {@code body-not-json}, {@code field-unknown}, {@code field-missing}, {@code field-invalid}
     */
    public <T> T body(Class<T> type) {
        if (bytes.length == 0) {
            throw Refusal.of("body-empty", Refusal.Kind.INVALID).asException();
        }
        return RecordBody.read(JsonText.object(bytes), type);
    }

    /** For a request that says all by its address: its body is absent, or an object without members. */
    public void noBody() {
        if (bytes.length > 0) {
            RecordBody.read(JsonText.object(bytes), Nothing.class);
        }
    }

    private record Nothing() {}

    /** @throws Refused {@code if-match-missing}, {@code parameter-invalid} */
    public IfMatch ifMatch() {
        return IfMatch.of(headers.getRequestHeader(HttpHeaders.IF_MATCH));
    }

    /**
     * The key of this attempt and its repetitions; absent when the caller gives none. The version it is based on is no part of its
     * content: whoever does not know whether it was done reads again before asking again.
     *
     * @throws Refused {@code parameter-invalid} for a key that is none
     */
    public Optional<Once.Key> key() {
        return key(headers).map(text -> new Once.Key(text, content()));
    }

    /**
     * The key alone, of a request whose body is not read here.
     *
     * @throws Refused {@code parameter-invalid} for a key that is none
     */
    public static Optional<String> key(HttpHeaders headers) {
        List<String> given = headers.getRequestHeader(REPETITION);
        if (given == null || given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() > 1) {
            throw Query.invalid(REPETITION, "one key");
        }
        try {
            Once.Key.requireText(given.get(0));
        } catch (IllegalArgumentException notOne) {
            throw Query.invalid(REPETITION, "1 to 200 printable ASCII characters");
        }
        return Optional.of(given.get(0));
    }

    private String content() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(address.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] read(InputStream body, @Nullable String announced) {
        if (announced != null && LENGTH.matcher(announced.strip()).matches()) {
            requireFits(Long.parseLong(announced.strip()));
        }
        try {
            byte[] bytes = body.readNBytes(LARGEST_BYTES + 1);
            requireFits(bytes.length);
            return bytes;
        } catch (IOException broken) {
            throw Refusal.of("body-incomplete", Refusal.Kind.INVALID).asException();
        }
    }

    private static void requireFits(long length) {
        if (length > LARGEST_BYTES) {
            throw Refusal.of("body-too-large", Refusal.Kind.TOO_LARGE)
                    .with("limit", Integer.toString(LARGEST_BYTES))
                    .asException();
        }
    }
}
