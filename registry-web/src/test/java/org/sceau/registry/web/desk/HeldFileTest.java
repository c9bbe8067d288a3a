package org.sceau.registry.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldFileTest {
    private final HeldFile held = new HeldFile();

    @AfterEach
    void forget() {
        held.forget();
    }

    @Test
    void a_file_that_another_import_tried_is_not_given() throws IOException {
        held.take(new ByteArrayInputStream(new byte[] {1}));
        held.triedBy("first");

        assertThat(held.ofDryRun("second")).isEmpty();
        assertThat(held.ofDryRun("first")).isPresent();
    }

    @Test
    void the_next_file_replaces_the_one_before_on_disk_as_well() throws IOException {
        held.take(new ByteArrayInputStream(new byte[] {1}));
        held.triedBy("first");
        Path before = held.file().orElseThrow();

        held.take(new ByteArrayInputStream(new byte[] {2}));

        assertThat(before).doesNotExist();
        assertThat(held.ofDryRun("first")).isEmpty();
        assertThat(Files.readAllBytes(held.file().orElseThrow())).containsExactly(2);
    }

    @Test
    void nothing_is_left_behind_when_it_is_forgotten_even_after_a_broken_upload() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
        assertThatThrownBy(() -> held.take(broken)).isInstanceOf(IOException.class);
        Path file = held.file().orElseThrow();

        held.forget();

        assertThat(file).doesNotExist();
        assertThat(held.file()).isEmpty();
    }
}
