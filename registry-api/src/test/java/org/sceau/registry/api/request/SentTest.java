package org.sceau.registry.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentTest {
    private static final InputStream UNREAD = new InputStream() {
        @Override
        public int read() throws IOException {
            throw new IOException("the connection broke");
        }
    };

    private static String code(InputStream body, @Nullable String announced) {
        return Objects.requireNonNull(
                        catchThrowableOfType(Refused.class, () -> Sent.read(body, announced)), "it was accepted")
                .refusal()
                .code();
    }

    @Test
    void a_body_beyond_the_limit_is_refused_by_its_announcement_or_by_its_bytes() {
        assertThat(code(UNREAD, Integer.toString(Sent.LARGEST_BYTES + 1))).isEqualTo("body-too-large");
        byte[] large = new byte[Sent.LARGEST_BYTES + 1];
        for (String announced : new @Nullable String[] {null, "", "1", "-5", "9".repeat(40)}) {
            assertThat(code(new ByteArrayInputStream(large), announced)).isEqualTo("body-too-large");
        }
        assertThat(code(UNREAD, "5")).isEqualTo("body-incomplete");
    }

    @Test
    void a_body_up_to_the_limit_is_read_whole() {
        assertThat(Sent.read(new ByteArrayInputStream(new byte[Sent.LARGEST_BYTES]), null))
                .hasSize(Sent.LARGEST_BYTES);
    }
}
