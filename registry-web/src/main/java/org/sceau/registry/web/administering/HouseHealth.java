package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.ReadCondition;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.desk.DeskFrame;

/** What readers depend on, in words: whether the registry is ready, its lists and the key that signs them. */
@RequestScoped
public class HouseHealth {
    private static final String OVERDUE = "list-overdue:";
    /** Before its end somebody has to change over to the next signer, in time for readers to learn of it. */
    private static final Duration SIGNER_ENDS_SOON = Duration.ofDays(90);

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadCondition reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    private ReadCondition.@Nullable Sight sight;

    private ReadCondition.Sight sight() {
        ReadCondition.Sight known = sight;
        if (known == null) {
            known = reading.now(desk.actor());
            sight = known;
        }
        return known;
    }

    List<HealthLine> lines() {
        List<HealthLine> lines = new ArrayList<>();
        if (sight().isReady()) {
            lines.add(line(HealthLine.Tone.OK, "health.ready", say("health.ready.means"), "", ""));
        }
        sight().complaints().forEach(code -> lines.add(complaint(code)));
        signer().ifPresent(lines::add);
        lists(lines);
        return lines;
    }

    private HealthLine complaint(String code) {
        String kind = code.startsWith(OVERDUE) ? "list-overdue" : code;
        String about = code.startsWith(OVERDUE) ? family(code.substring(OVERDUE.length())) : "";
        return new HealthLine(
                HealthLine.Tone.STOP,
                say("health.not-ready"),
                say("health.complaint." + kind, about),
                say("health.complaint." + kind + ".act"),
                "");
    }

    private String family(String id) {
        return schemes.family(new FamilyId(id))
                .map(family -> family.label().in(desk.locale()))
                .orElse(id);
    }

    /** Nothing for a key that has ended: that is a complaint already. */
    private Optional<HealthLine> signer() {
        Instant until = sight().signerUntil();
        String day = desk.days().day(desk.dayOf(until));
        if (until.isBefore(desk.now())) {
            return Optional.empty();
        }
        boolean soon = until.isBefore(desk.now().plus(SIGNER_ENDS_SOON));
        return Optional.of(line(
                soon ? HealthLine.Tone.PAUSE : HealthLine.Tone.OK,
                "health.signer",
                say("health.signer.until", day),
                soon ? say("health.signer.act") : "",
                ""));
    }

    private void lists(List<HealthLine> lines) {
        long due = sight().lists().stream().filter(ReadCondition.ListState::due).count();
        int all = sight().lists().size();
        if (due > 0) {
            lines.add(line(
                    HealthLine.Tone.PAUSE,
                    "health.lists",
                    say("health.lists.due", due, all),
                    say("health.lists.act"),
                    ""));
        } else if (sight().complaints().stream().noneMatch(code -> code.startsWith(OVERDUE))) {
            lines.add(line(
                    HealthLine.Tone.OK,
                    "health.lists",
                    all == 0 ? say("health.lists.none") : say("health.lists.ok", all),
                    "",
                    ""));
        }
    }

    List<ListCondition> lists() {
        return desk.mayReadCondition()
                ? sight().lists().stream()
                        .map(state -> ListCondition.of(state, desk))
                        .toList()
                : List.of();
    }

    String listsInShort() {
        List<PublishedList> issues = sight().lists().stream()
                .flatMap(state -> state.newest().stream())
                .toList();
        Optional<Instant> last = issues.stream().map(PublishedList::issuedAt).max(Comparator.naturalOrder());
        Optional<Instant> next = issues.stream().map(PublishedList::nextUpdate).min(Comparator.naturalOrder());
        return last.isEmpty()
                ? ""
                : say("health.lists.short", desk.moment(last.get()), desk.days().day(desk.dayOf(next.orElseThrow())));
    }

    private HealthLine line(HealthLine.Tone tone, String what, String means, String act, String address) {
        return new HealthLine(tone, say(what), means, act, address);
    }

    private String say(String key, Object... parts) {
        return desk.texts().say(key, parts);
    }
}
