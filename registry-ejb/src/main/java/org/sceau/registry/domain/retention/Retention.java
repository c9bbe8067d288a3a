package org.sceau.registry.domain.retention;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.RetentionRule;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Until when a dossier is kept (invariant 56): max(expiry, withdrawal of this visa and of every successor by same-scope reissue) and the
 * period of its scheme (EUCC Art. 8(7), 40(2), 41(2)-(3)).
 *
 * @param end   day from which the period counts; absent while something it depends on has not ended
 * @param basis what that end is the end of
 * @param rule  of the scheme version that the dossier keeps
 */
public record Retention(Optional<LocalDate> end, Basis basis, RetentionRule rule) {
    /** Visas a chain is followed through; a longer one keeps everything. */
    static final int LONGEST_CHAIN = 1_000;

    /** What the end is the end of. */
    public enum Basis {
        /** The visas the dossier led to or is about. */
        VISA,
        /**
         * The dossier alone: nothing came of it. House rule, for the texts count from the end of a certificate: such a dossier is kept
         * for the same period from its own end, since its applicant may complain and go to court (CSA Art. 63, 64).
         */
        DOSSIER
    }

    /**
     * The retention of a dossier.
     *
     * @param ended    day on which the dossier ended; absent while it is handled
     * @param visas    those it led to and the one it is about; a follow-up is kept as long as the visa it is about
     * @param reissues asked only when the rule counts successors
     * @param day      legal day of the question
     */
    public static Retention of(
            RetentionRule rule, Optional<LocalDate> ended, Collection<Visa> visas, Reissues reissues, LocalDate day) {
        Basis basis = visas.isEmpty() ? Basis.DOSSIER : Basis.VISA;
        Map<VisaId, Visa> all = rule.chainSuccessors() ? chained(visas, reissues) : byId(visas);
        // A follow-up may end after the visa it is about: what it says of itself is kept as long as that of any
        // dossier.
        Optional<LocalDate> latest = ended;
        for (Visa visa : all.values()) {
            Optional<LocalDate> visaEnd = VisaEnd.on(day, visa.facts());
            latest = latest.flatMap(known -> visaEnd.map(other -> other.isAfter(known) ? other : known));
        }
        return new Retention(latest.filter(known -> all.size() <= LONGEST_CHAIN), basis, rule);
    }

    /** The last day on which nothing may be erased; absent while it cannot be told. */
    public Optional<LocalDate> until() {
        return end.map(rule::keptUntil);
    }

    /** Why nothing may be erased on a day; empty when it may. */
    public Optional<Refusal> refusal(LocalDate day) {
        Optional<LocalDate> until = until();
        if (until.filter(day::isAfter).isPresent()) {
            return Optional.empty();
        }
        Refusal refusal = Refusal.of("retention-running", Refusal.Kind.CONFLICT)
                .with("state", until.isPresent() ? "running" : "open")
                .with("basis", basis == Basis.VISA ? "visa" : "dossier")
                .with("period", rule.period().toString())
                .with("source", rule.source());
        return Optional.of(
                until.map(last -> refusal.with("until", last.toString())).orElse(refusal));
    }

    private static Map<VisaId, Visa> byId(Collection<Visa> visas) {
        Map<VisaId, Visa> all = new LinkedHashMap<>();
        visas.forEach(visa -> all.put(visa.id(), visa));
        return all;
    }

    private static Map<VisaId, Visa> chained(Collection<Visa> visas, Reissues reissues) {
        Map<VisaId, Visa> all = byId(visas);
        Deque<VisaId> open = new ArrayDeque<>(all.keySet());
        while (!open.isEmpty() && all.size() <= LONGEST_CHAIN) {
            for (Visa successor : reissues.of(open.remove())) {
                if (all.putIfAbsent(successor.id(), successor) == null) {
                    open.add(successor.id());
                }
            }
        }
        return all;
    }
}
