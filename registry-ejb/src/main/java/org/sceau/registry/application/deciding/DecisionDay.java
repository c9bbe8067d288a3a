package org.sceau.registry.application.deciding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/**
 * The legal day from which a decision holds (ADR 0029).
 *
 * @param today    the legal day of the act
 * @param opened   day on which the dossier it ends was opened
 * @param lastTurn the last day on which the visa it is about takes a turn, past or to come
 */
record DecisionDay(DecisionContent content, LocalDate today, Optional<LocalDate> opened, Optional<LocalDate> lastTurn) {
    private static final int FURTHEST_YEARS = 1;
    /** They change what a visa says, and with it what lists and searches tell: on the day of the second word at the latest. */
    private static final Set<DecisionKind> TERMS = Set.of(
            DecisionKind.EXTEND_SCOPE,
            DecisionKind.REDUCE_SCOPE,
            DecisionKind.DEGRADE_LEVEL,
            DecisionKind.MAINTAIN,
            DecisionKind.PROLONG,
            DecisionKind.RESTRICT,
            DecisionKind.ADVISE,
            DecisionKind.CORRECT,
            DecisionKind.SUSPEND,
            DecisionKind.EXTEND_SUSPENSION);

    /** {@code decision-day}, unless it follows what was decided before and is not far away. */
    Optional<Refusal> refusal() {
        boolean tooEarly = opened.filter(content.effective()::isBefore).isPresent()
                || lastTurn.filter(content.effective()::isBefore).isPresent();
        return tooEarly || content.effective().isAfter(latest()) ? Optional.of(wrong()) : Optional.empty();
    }

    /**
     * Only a new visa may begin on a day to come. Whatever changes a known one holds at once, or from the turn that it is about to take: a
     * withdrawal on a day to come would stand in the way of every sooner decision.
     */
    private LocalDate latest() {
        if (TERMS.contains(content.kind())) {
            return today;
        }
        if (isOfNewVisaAlone()) {
            return today.plusYears(FURTHEST_YEARS);
        }
        return lastTurn.filter(today::isBefore).orElse(today);
    }

    /** The day whose status of the visa counts: that of a turn to come where it changes the visa from there on, else today. */
    LocalDate asked() {
        return !isOfNewVisaAlone() && content.effective().isAfter(today) ? content.effective() : today;
    }

    private boolean isOfNewVisaAlone() {
        return content.kind().effect() == DecisionKind.Effect.NEW_VISA
                && !content.kind().isReissue();
    }

    /**
     * {@code decision-day} for a decision that gives something from a day before anybody proposed it: what it rests on was there by then, and no visa
     * says that it held before, or that it did not rest while lists said so (invariants 12, 40, 53 and 55). A visa that takes effect with its list
     * begins on the day of the second word at the earliest.
     *
     * @param proposed  day on which it was proposed
     * @param onListing whether visas of the scheme take effect with their list
     */
    Optional<Refusal> notBefore(LocalDate proposed, boolean onListing) {
        DecisionKind kind = content.kind();
        boolean begins = kind.effect() == DecisionKind.Effect.NEW_VISA;
        boolean gives = begins || kind.givesMore() || kind == DecisionKind.LIFT_SUSPENSION;
        LocalDate earliest = begins && onListing ? today : proposed;
        return gives && content.effective().isBefore(earliest) ? Optional.of(wrong()) : Optional.empty();
    }

    private Refusal wrong() {
        return Refusal.of("decision-day", Refusal.Kind.INVALID)
                .with("day", content.effective().toString());
    }
}
