package org.sceau.registry.api.request;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.query.Query;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** The version a change is based on. {@code *} is refused: it would overwrite what its sender never saw. */
public record IfMatch(long version) {
    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,18})\"");

    /** The tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    /** @throws Refused {@code if-match-missing}, {@code parameter-invalid} */
    static IfMatch of(@Nullable List<String> headers) {
        if (headers == null || headers.isEmpty()) {
            throw Refusal.of("if-match-missing", Refusal.Kind.UNCONDITIONAL).asException();
        }
        Matcher tag = TAG.matcher(headers.get(0).strip());
        if (headers.size() > 1 || !tag.matches()) {
            throw Query.invalid(HttpHeaders.IF_MATCH, "one ETag, such as \"v3\"");
        }
        return new IfMatch(Long.parseLong(tag.group(1)));
    }

    /**
     * Acts on this version.
     *
     * @param current the version there is, asked when the act says that something changed
     * @param act     may say {@code concurrent-change}
     * @throws Refused {@code concurrent-change} as a failed precondition when this version is not the present one; when it is,
     *     something else changed and the act's own word stands
     */
    public <R> R guard(LongSupplier current, Function<OptionalLong, R> act) {
        try {
            return act.apply(OptionalLong.of(version));
        } catch (Refused refused) {
            if (!refused.refusal().code().equals("concurrent-change")) {
                throw refused;
            }
            long present = current.getAsLong();
            if (present == version) {
                throw refused;
            }
            throw new Refusal(
                            "concurrent-change",
                            Refusal.Kind.STALE,
                            refused.refusal().details())
                    .with("seen", Long.toString(version))
                    .with("current", Long.toString(present))
                    .asException();
        }
    }
}
