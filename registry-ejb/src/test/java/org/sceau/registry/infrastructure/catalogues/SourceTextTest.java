package org.sceau.registry.infrastructure.catalogues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.infrastructure.catalogues.SourceText.Bounds;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceTextTest {
    private static final Bounds WIDE = new Bounds(1L << 20, 1L << 20, "row-too-long");

    @Test
    void bytes_that_are_no_utf_8_are_refused_on_their_line() {
        byte[] latin = "un\ndeux\nprot\u00E9g\u00E9".getBytes(StandardCharsets.ISO_8859_1);

        UnreadableCatalogue refusal = refusal(latin, WIDE);

        assertThat(refusal.code()).isEqualTo("encoding");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.detail()).isEqualTo("byte 0xE9");
    }

    @Test
    void a_bad_byte_far_into_the_source_is_refused_on_its_line() {
        byte[] source = ("ligne\n".repeat(5_000) + "\u00E9").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(source, WIDE).line()).isEqualTo(5_001);
    }

    @Test
    void a_character_cut_short_at_the_end_is_refused() {
        byte[] whole = "é".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(new byte[] {'a', whole[0]}, WIDE).code()).isEqualTo("encoding");
    }

    @Test
    void a_surrogate_written_in_utf_8_is_refused() {
        assertThat(refusal(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, WIDE)
                        .code())
                .isEqualTo("encoding");
    }

    @Test
    void utf_16_is_refused_with_and_without_its_mark() {
        assertThat(refusal("visa".getBytes(StandardCharsets.UTF_16), WIDE).code())
                .isEqualTo("encoding");
        assertThat(refusal("visa".getBytes(StandardCharsets.UTF_16LE), WIDE).code())
                .isEqualTo("encoding");
    }

    @Test
    void one_byte_beyond_the_bound_of_the_source_is_refused() throws IOException {
        Bounds ten = new Bounds(10, 1L << 20, "row-too-long");

        assertThat(refusal("12345678901".getBytes(StandardCharsets.UTF_8), ten).code())
                .isEqualTo("source-too-long");
        assertThat(all(new ByteArrayInputStream("1234567890".getBytes(StandardCharsets.UTF_8)), ten))
                .isEqualTo("1234567890");
    }

    @Test
    void a_record_is_measured_in_bytes() throws IOException {
        Bounds four = new Bounds(1L << 20, 4, "row-too-long");

        assertThat(refusal("ééa".getBytes(StandardCharsets.UTF_8), four).code()).isEqualTo("row-too-long");
        assertThat(all(new ByteArrayInputStream("éé".getBytes(StandardCharsets.UTF_8)), four))
                .isEqualTo("éé");
        assertThat(all(new ByteArrayInputStream("\uD83D\uDD0F".getBytes(StandardCharsets.UTF_8)), four))
                .isEqualTo("\uD83D\uDD0F");
    }

    @Test
    void characters_are_whole_however_small_the_pieces_in_which_they_arrive() throws IOException {
        String text = "\uFEFFété \uD83D\uDD0F €\n".repeat(3);

        InputStream dripping = new InputStream() {
            private final InputStream whole = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                return whole.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return whole.read(into, offset, Math.min(1, length));
            }
        };

        assertThat(all(dripping, WIDE)).isEqualTo(text.substring(1));
    }

    private static UnreadableCatalogue refusal(byte[] source, Bounds bounds) {
        UnreadableCatalogue refusal =
                catchThrowableOfType(UnreadableCatalogue.class, () -> all(new ByteArrayInputStream(source), bounds));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static String all(InputStream source, Bounds bounds) throws IOException {
        SourceText text = new SourceText(source, bounds);
        StringBuilder all = new StringBuilder();
        for (int c = text.read(); c != SourceText.END; c = text.read()) {
            all.append((char) c);
        }
        return all.toString();
    }
}
