package org.sceau.registry.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IfMatchTest {

    private static Refusal refusal(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal();
    }

    @Test
    void a_change_that_names_no_version_is_asked_for_one() {
        assertThat(refusal(() -> IfMatch.of(null)).code()).isEqualTo("if-match-missing");
        assertThat(refusal(() -> IfMatch.of(List.of())).kind()).isEqualTo(Refusal.Kind.UNCONDITIONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "v1", "\"1\"", "W/\"v1\"", "\"v\"", "\"v-1\"", "\"v1\", \"v2\"", "\"v1234567890123456789\""
            })
    void what_is_not_one_tag_of_ours_is_refused(String header) {
        assertThat(refusal(() -> IfMatch.of(List.of(header))).code()).isEqualTo("parameter-invalid");
        assertThat(refusal(() -> IfMatch.of(Arrays.asList("\"v1\"", "\"v1\""))).code())
                .isEqualTo("parameter-invalid");
    }

    @Test
    void only_a_version_that_is_gone_is_a_failed_precondition() {
        Refused changed = Refusal.of("concurrent-change", Refusal.Kind.CONFLICT).asException();
        IfMatch seen = IfMatch.of(List.of(" \"v3\""));
        assertThat(seen.version()).isEqualTo(3);

        Refusal stale = refusal(() -> seen.guard(() -> 4, version -> {
            throw changed;
        }));
        assertThat(stale.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(stale.details()).containsEntry("seen", "3").containsEntry("current", "4");

        assertThat(refusal(() -> seen.guard(() -> 3, version -> {
                    throw changed;
                })))
                .isEqualTo(changed.refusal());
        Refused other = Refusal.of("step-not-open", Refusal.Kind.CONFLICT).asException();
        assertThat(refusal(() -> seen.guard(
                        () -> {
                            throw new AssertionError("nobody asks");
                        },
                        version -> {
                            throw other;
                        })))
                .isEqualTo(other.refusal());
        long acted = seen.guard(() -> 3, java.util.OptionalLong::getAsLong);
        assertThat(acted).isEqualTo(3);
    }
}
