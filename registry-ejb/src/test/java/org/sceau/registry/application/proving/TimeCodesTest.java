package org.sceau.registry.application.proving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeCodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:10Z");
    private static final long STEP = NOW.getEpochSecond() / 30;

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void codes_are_those_of_RFC_4226_appendix_D(long counter, String code) {
        assertThat(TimeCodes.at(SECRET, counter)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:59Z, 287082",
        "2005-03-18T01:58:29Z, 081804",
        "2005-03-18T01:58:31Z, 050471",
        "2009-02-13T23:31:30Z, 005924",
        "2033-05-18T03:33:20Z, 279037",
        "2603-10-11T11:33:20Z, 353130"
    })
    void codes_are_the_last_six_digits_of_RFC_6238_appendix_B(Instant at, String code) {
        assertThat(TimeCodes.step(SECRET, code, at, -1)).hasValue(at.getEpochSecond() / 30);
    }

    @Test
    void a_code_is_good_one_step_before_and_after_and_no_further() {
        for (long drift = -3; drift <= 3; drift++) {
            assertThat(TimeCodes.step(SECRET, TimeCodes.at(SECRET, STEP + drift), NOW, -1)
                            .isPresent())
                    .as("%d steps off", drift)
                    .isEqualTo(Math.abs(drift) <= 1);
        }
    }

    @Test
    void neither_a_code_that_was_shown_nor_one_before_it_is_good_again() {
        assertThat(TimeCodes.step(SECRET, TimeCodes.at(SECRET, STEP), NOW, STEP))
                .isEmpty();
        assertThat(TimeCodes.step(SECRET, TimeCodes.at(SECRET, STEP - 1), NOW, STEP))
                .isEmpty();
        assertThat(TimeCodes.step(SECRET, TimeCodes.at(SECRET, STEP + 1), NOW, STEP))
                .hasValue(STEP + 1);
        assertThat(TimeCodes.step(SECRET, "", NOW, -1)).isEmpty();
        assertThat(TimeCodes.step(SECRET, "é".repeat(6), NOW, -1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_written_as_in_RFC_4648_cl_10(String text, String base32) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void recovery_codes_are_each_another_and_are_read_as_people_type_them() {
        assertThat(RecoveryCode.fresh())
                .hasSize(RecoveryCode.COUNT)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}"));
        assertThat(RecoveryCode.hash("7k2m 9qxd-4tra-ib0c"))
                .isEqualTo(RecoveryCode.hash("7K2M-9QXD-4TRA-1BOC"))
                .isNotEqualTo(RecoveryCode.hash("7K2M-9QXD-4TRA-1BOD"));
    }
}
