package org.sceau.registry.application.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.trustlist.model.DocumentLink;
import org.sceau.trustlist.model.HistoricalStatus;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.LocalizedUri;
import org.sceau.trustlist.model.Service;
import org.sceau.trustlist.model.SupplyPoint;
import org.sceau.trustlist.model.VisaExtension;

/** A visa as an entry of a trust list (ETSI TS 119 612 cl. 5.5): its status on a day, and every status before it. */
@ApplicationScoped
public class ListedService {
    private final Operator operator;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ListedService() {
        this(null, null, null);
    }

    @Inject
    public ListedService(Operator operator, Schemes schemes, LegalCalendar calendar) {
        this.operator = operator;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    Service of(Visa visa, LocalDate day) {
        VisaFacts facts = visa.facts().on(day);
        URI type = uri("Svctype/" + facts.family());
        URI identity = URI.create(operator.urnSpace() + visa.slug());
        List<Localized> names = names(facts);
        Deque<Held> held = statuses(facts, day);
        Held current = held.pop();
        List<HistoricalStatus> history = held.stream()
                .map(former -> new HistoricalStatus(type, names, identity, status(former.status()), former.since()))
                .toList();
        String page = "/visas/" + visa.slug();
        URI scheme = uri("schemerules/" + facts.family());
        return new Service(
                type,
                names,
                identity,
                status(current.status()),
                current.since(),
                List.of(new LocalizedUri("en", scheme), new LocalizedUri("fr", scheme)),
                List.of(new SupplyPoint(null, URI.create(operator.publicUrl() + page))),
                ListContent.pages(operator, page),
                additional(facts),
                extension(facts),
                history);
    }

    /** A status with the first instant of its legal day. */
    private record Held(VisaStatus status, Instant since) {}

    /** Newest first. Of several statuses given on one day the last one holds. */
    private Deque<Held> statuses(VisaFacts facts, LocalDate day) {
        Deque<Held> held = new ArrayDeque<>();
        for (StatusChange change : facts.statuses()) {
            if (!change.since().isAfter(day)) {
                push(held, change.status(), change.since());
            }
        }
        StatusOnDay today = facts.statusOn(day, schemes.statusAtEnd(facts.scheme()));
        if (held.isEmpty() || held.peek().status() != today.status()) {
            push(held, today.status(), today.since());
        }
        return held;
    }

    private void push(Deque<Held> held, VisaStatus status, LocalDate since) {
        Instant from = calendar.startOf(since);
        while (!held.isEmpty() && !held.peek().since().isBefore(from)) {
            held.pop();
        }
        held.push(new Held(status, from));
    }

    private static List<Localized> names(VisaFacts facts) {
        String name = facts.subject()
                .versions()
                .map(versions -> facts.subject().name() + " " + versions)
                .orElse(facts.subject().name());
        return ListContent.both(name, name);
    }

    private List<LocalizedUri> additional(VisaFacts facts) {
        List<LocalizedUri> more = new java.util.ArrayList<>();
        more.add(new LocalizedUri(
                "en",
                uri("SvcInfoExt/scheme/" + facts.scheme().scheme() + "-"
                        + facts.scheme().version())));
        facts.level()
                .flatMap(level -> level.term())
                .ifPresent(term -> more.add(new LocalizedUri("en", uri("SvcInfoExt/level/" + safe(term)))));
        facts.nationalSecurity()
                .filter(flag -> flag)
                .ifPresent(flag -> more.add(new LocalizedUri("en", uri("SvcInfoExt/national-security"))));
        return more;
    }

    private static VisaExtension extension(VisaFacts facts) {
        String level =
                facts.level().map(claim -> claim.term().orElse(claim.printed())).orElse(null);
        String laboratory = facts.laboratories().isEmpty() ? null : String.join(", ", facts.laboratories());
        return new VisaExtension(
                facts.reference().text(),
                facts.subject().versions().map(List::of).orElse(List.of()),
                level,
                List.copyOf(facts.scopes()),
                facts.validity().firstDay(),
                facts.validity().lastDay().orElse(null),
                laboratory,
                facts.documents().stream().map(ListedService::link).toList());
    }

    private static DocumentLink link(VisaDocument document) {
        return new DocumentLink(
                Coded.of(document.kind()), document.address(), document.sha256().orElse(null));
    }

    private URI status(VisaStatus status) {
        return uri("Svcstatus/" + status.code());
    }

    private URI uri(String path) {
        return operator.uriSpace().resolve(path);
    }

    private static String safe(String term) {
        return term.replace("+", "-plus").replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
