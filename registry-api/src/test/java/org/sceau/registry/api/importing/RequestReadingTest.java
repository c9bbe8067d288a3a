package org.sceau.registry.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait=10",
                "return=minimal",
                "x=\"respond-async\"",
                "x=\"a, respond-async\"",
                "respond-asynchronously",
                "=respond-async",
                "x;respond-async",
                "x=\"\\\", respond-async\""
            })
    void another_preference_is_not_taken_for_respond_async(String header) {
        assertThat(Preference.wantsAsync(List.of(header))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async",
                "Respond-Async",
                "respond-async, wait=10",
                "wait=10,respond-async",
                "return=minimal , respond-async ; x=1",
                "x=\"a\", respond-async",
                " respond-async "
            })
    void respond_async_is_heard_wherever_it_stands(String header) {
        assertThat(Preference.wantsAsync(List.of("return=minimal", header))).isTrue();
    }

    @Test
    void no_preference_is_no_wish() {
        assertThat(Preference.wantsAsync(null)).isFalse();
        assertThat(Preference.wantsAsync(List.of())).isFalse();
        assertThat(Preference.wantsAsync(List.of("x,".repeat(400) + "respond-async")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"536870913", "99999999999", "999999999999999999", "9999999999999999999"})
    void a_body_beyond_the_bound_is_refused_by_its_announced_length(String length) {
        Refused refused = catchThrowableOfType(Refused.class, () -> ReceivedBody.checkAnnounced(length));

        assertThat(refused.refusal().code()).isEqualTo("body-too-large");
        assertThat(refused.refusal().details()).containsEntry("limit", "536870912");
    }

    @Test
    void a_length_within_the_bound_or_an_unreadable_one_lets_the_body_in_to_be_counted() {
        for (String length : Arrays.asList("0", "536870912", " 12 ", null, "", "-1", "12x")) {
            assertThatCode(() -> ReceivedBody.checkAnnounced(length)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_connection_that_breaks_is_the_senders_refusal() {
        ReceivedBody body = new ReceivedBody(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset by 192.0.2.7");
            }
        });

        Refused refused = catchThrowableOfType(Refused.class, () -> body.read(new byte[10], 0, 10));

        assertThat(refused.refusal().code()).isEqualTo("body-incomplete");
        assertThat(refused.refusal().details()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|-|''",
                "''|-|''",
                "catalogue.json|-|catalogue.json",
                "-|attachment; filename=\"a b.csv\"|a b.csv",
                "-|attachment; filename=a.csv; size=3|a.csv",
                "-|attachment; FILENAME=a.csv|a.csv",
                "x.csv|attachment; filename=a.csv|x.csv",
                "../../etc/passwd|-|passwd",
                "C:\\Users\\x\\a.csv|-|a.csv",
                "-|attachment; notfilename=a.csv|''",
                "-|attachment|''"
            })
    void the_senders_name_of_the_file_is_a_label_and_never_a_path(
            String xFileName, String disposition, String expected) {
        assertThat(SourceName.of(xFileName, disposition)).isEqualTo(expected);
    }
}
