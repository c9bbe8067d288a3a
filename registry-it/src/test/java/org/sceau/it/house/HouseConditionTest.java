package org.sceau.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.publishing.HouseCondition;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerKey;

/** What {@code /health/ready} complains about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseConditionTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final SetClock clock = new SetClock(NOW.toString());
    private final Readiness readiness = new Readiness();
    private final ListSigner signer =
            FictionalList.signer(SignerKey.P256, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(10)));
    private Supplier<List<PublishedList>> lists = () -> List.of(promised(NOW.plusSeconds(60)));
    private long generation;
    private boolean stuck;

    private final HouseCondition condition = new HouseCondition(
            readiness,
            answering(PublishedLists.class, () -> lists.get()),
            answering(Catalogue.class, () -> generation),
            signer,
            () -> stuck,
            clock);

    @BeforeEach
    void it_is_open() {
        readiness.opened();
    }

    @Test
    void nothing_when_all_is_well() {
        assertThat(condition.complaints()).isEmpty();
    }

    @Test
    void a_house_that_has_not_opened_says_nothing_else() {
        stuck = true;
        HouseCondition closed = new HouseCondition(
                new Readiness(),
                answering(PublishedLists.class, List::of),
                answering(Catalogue.class, () -> -1L),
                signer,
                () -> stuck,
                clock);

        assertThat(closed.complaints()).containsExactly("not-open");
    }

    @Test
    void a_database_that_does_not_answer() {
        lists = () -> {
            throw new IllegalStateException("no connection");
        };
        assertThat(condition.complaints()).containsExactly("database");
    }

    @Test
    void writers_that_wait_in_vain() {
        stuck = true;
        assertThat(condition.complaints()).containsExactly("writers");
    }

    @Test
    void an_index_that_is_not_open() {
        generation = -1;
        assertThat(condition.complaints()).containsExactly("index");
    }

    @Test
    void a_list_past_its_next_update() {
        lists = () -> List.of(promised(NOW), promised(NOW.minusSeconds(1)));
        assertThat(condition.complaints()).containsExactly("list-overdue:cspn");
    }

    @Test
    void a_signer_whose_certificate_has_ended_or_not_begun() {
        lists = List::of;
        clock.set("2026-12-07T10:00:01Z");
        assertThat(condition.complaints()).containsExactly("signer-expired");
        clock.set("2026-11-20T10:00:00Z");
        assertThat(condition.complaints()).containsExactly("signer-expired");
    }

    private static PublishedList promised(Instant nextUpdate) {
        return new PublishedList(
                new FamilyId("cspn"), 7, NOW.minus(Duration.ofDays(100)), nextUpdate, 3, "a".repeat(64), 1_000);
    }

    /** The condition asks each of them one question. */
    private static <T> T answering(Class<T> type, Supplier<?> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.get()));
    }
}
