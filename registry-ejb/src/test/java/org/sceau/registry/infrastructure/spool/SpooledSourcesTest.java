package org.sceau.registry.infrastructure.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.registry.application.importing.Sources.Received;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpooledSourcesTest {
    private static final String JOB = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_body_beyond_the_bound_is_refused_and_leaves_nothing() {
        SpooledSources sources = new SpooledSources(folder, 10);
        assertThatThrownBy(() -> sources.store(JOB, body("eleven bytes")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("body-too-large"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_empty_body_and_one_that_breaks_off_leave_nothing() {
        SpooledSources sources = new SpooledSources(folder, 10);
        assertThatThrownBy(() -> sources.store(JOB, body(""))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sources.store(JOB, new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                }))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_job_that_is_no_job_reaches_no_file() {
        SpooledSources sources = new SpooledSources(folder, 10);
        assertThatThrownBy(() -> sources.open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_stored_is_read_back_hashed_and_forgotten() throws IOException {
        SpooledSources sources = new SpooledSources(folder, 10);
        Received received = sources.store(JOB, body("abc"));
        assertThat(received)
                .isEqualTo(new Received("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
        try (InputStream in = sources.open(JOB)) {
            assertThat(in.readAllBytes()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
        }
        sources.forget(JOB);
        assertThat(folder).isEmptyDirectory();
    }
}
