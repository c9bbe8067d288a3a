package org.sceau.registry.api.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.publication.Recognitions;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/** What anyone may see of a visa, on one legal day. */
final class VisaView {
    private VisaView() {}

    /** Everything: its facts and its status on the day, and how the registry came to know this version. */
    static Map<String, Object> whole(Visa visa, LocalDate day, Schemes schemes) {
        Map<String, Object> json = new TreeMap<>();
        json.put("id", visa.id().toString());
        json.put("slug", visa.slug().value());
        json.put("version", visa.version());
        internalId(visa.facts(), schemes).ifPresent(id -> json.put("internalId", id));
        json.put("recordedAt", visa.recordedAt().toString());
        json.put("position", visa.position());
        json.put("asOf", day.toString());
        json.put("status", status(visa, day, schemes));
        visa.facts().recommendationOn(day, schemes).ifPresent(advice -> json.put("recommendation", advice.code()));
        json.put("recognitions", recognitions(visa, day, schemes));
        json.put("facts", VisaContent.publicOf(visa.facts().on(day)));
        return json;
    }

    /** The internal id that its scheme makes of year and number of the decision; the reference stays the official one. */
    private static Optional<String> internalId(VisaFacts facts, Schemes schemes) {
        return schemes.version(facts.scheme())
                .flatMap(SchemeVersion::conduct)
                .flatMap(conduct -> conduct.numbers()
                        .internalId(facts.reference().text(), facts.reference().year()));
    }

    private static List<Map<String, Object>> recognitions(Visa visa, LocalDate day, Schemes schemes) {
        VisaFacts facts = visa.facts();
        VisaStatus status =
                facts.statusOn(day, schemes.statusAtEnd(facts.scheme())).status();
        return schemes.version(facts.scheme()).stream()
                .flatMap(scheme -> Recognitions.of(scheme, facts, status).stream())
                .map(agreement -> Map.<String, Object>of(
                        "id",
                        agreement.id(),
                        "label",
                        Map.of(
                                "fr", agreement.label().fr(),
                                "en", agreement.label().en())))
                .toList();
    }

    /** A row of a list. */
    static Map<String, Object> row(Visa visa, LocalDate day, Schemes schemes) {
        Map<String, Object> json = new TreeMap<>();
        VisaFacts facts = visa.facts().on(day);
        json.put("slug", visa.slug().value());
        json.put("reference", facts.reference().text());
        json.put("family", facts.family().value());
        json.put("name", facts.subject().name());
        facts.subject().versions().ifPresent(versions -> json.put("versions", versions));
        json.put("holder", facts.holder().name());
        facts.level().ifPresent(level -> json.put("level", level.term().orElse(level.printed())));
        json.put("firstDay", facts.firstDay().toString());
        facts.validity().lastDay().ifPresent(last -> json.put("lastDay", last.toString()));
        json.put("status", status(visa, day, schemes));
        return json;
    }

    private static Map<String, Object> status(Visa visa, LocalDate day, Schemes schemes) {
        StatusOnDay status =
                visa.facts().statusOn(day, schemes.statusAtEnd(visa.facts().scheme()));
        Map<String, Object> json = new TreeMap<>();
        json.put("code", status.status().code());
        json.put("reliable", status.status().isReliable());
        json.put("advertisable", status.status().mayBeAdvertised());
        json.put("since", status.since().toString());
        status.until().ifPresent(until -> json.put("until", until.toString()));
        status.reason().ifPresent(reason -> json.put("reason", reason));
        if (!status.reasonCodes().isEmpty()) {
            json.put("reasonCodes", List.copyOf(status.reasonCodes()));
        }
        json.put("overdue", status.overdue());
        return json;
    }
}
