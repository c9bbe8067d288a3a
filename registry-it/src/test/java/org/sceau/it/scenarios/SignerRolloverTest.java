package org.sceau.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.judges.ListJudges;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.format.TrustListXml;
import org.sceau.trustlist.issuing.IssuePlan;
import org.sceau.trustlist.issuing.TrustListIssuer;
import org.sceau.trustlist.model.Issue;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerKey;
import org.sceau.trustlist.signing.SignerUnsuitable;

/**
 * The scenario of the signer's rollover. Signers are configuration, read once at the start, so it is told on the rule and on a real list;
 * the start itself is asked by {@code ListSignersTest}. The judges read the machine's clock: days are counted from it where they judge.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignerRolloverTest {
    @TempDir
    Path folder;

    private static ListSigner signer(Instant from, Instant until) {
        return FictionalList.signer(SignerKey.P256, from, until);
    }

    private static AnnouncedSigners pair(ListSigner one, ListSigner other) {
        return new AnnouncedSigners(Set.of(one.certificate(), other.certificate()));
    }

    private static String refused(Runnable check) {
        return Objects.requireNonNull(catchThrowableOfType(SignerUnsuitable.class, check::run), "it was accepted")
                .code();
    }

    @Test
    void S24_the_next_signer_is_announced_three_months_before_the_last_day_of_the_present_one() throws IOException {
        Instant end = Instant.parse("2026-12-31T23:59:59Z");
        ListSigner ending = signer(Instant.parse("2025-01-01T00:00:00Z"), end);
        Instant far = Instant.parse("2028-12-31T00:00:00Z");
        AnnouncedSigners tooClose = pair(ending, signer(Instant.parse("2026-11-01T00:00:00Z"), far));
        assertThat(refused(tooClose::requireOverlap)).isEqualTo("signer-overlap-lt-3m");
        pair(ending, signer(Instant.parse("2026-09-15T00:00:00Z"), far)).requireOverlap();

        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        ListSigner a = signer(now.minus(Duration.ofDays(700)), now.plus(Duration.ofDays(45)));
        ListSigner b = signer(now.minus(Duration.ofDays(61)), now.plus(Duration.ofDays(700)));
        AnnouncedSigners announced = pair(a, b);
        announced.requireOverlap();
        Issue planned = IssuePlan.SIX_MONTHS.first(now);
        Issue number120 = new Issue(120, planned.issuedAt(), planned.nextUpdate());
        Path list = new TrustListIssuer(new TrustListXml(FictionalList.EXTENSION), announced, clock)
                .issue(
                        FictionalList.scheme(number120),
                        FictionalList.providers().iterator(),
                        b,
                        folder.resolve("list.xml"))
                .file();

        ListJudges.assertAccepted(list, announced.certificates());
        ListJudges.assertRefused(list, a.certificate());
    }
}
