package org.sceau.registry.web.overseeing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.surveilling.ReviewImpact;
import org.sceau.registry.application.surveilling.ReviewImpact.Impact;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.casework.CaseWords;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.Obstacle;
import org.sceau.registry.web.status.StatusWords;

/** Visas that something else puts in question today, by what does (EUCC Art. 31, 33(4)). Nothing of it changes by itself. */
@Named("impactsDesk")
@RequestScoped
public class ImpactsDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReviewImpact reviewing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private boolean found;
    private List<ImpactGroup> groups = List.of();

    public void open() {
        try {
            groups = grouped(reviewing.today(desk.actor()));
            found = true;
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    /** One cause stands once, with all that it puts in question: a laboratory that fails takes many visas along. */
    private List<ImpactGroup> grouped(List<Impact> impacts) {
        Map<ImpactGroup, List<ImpactGroup.Line>> lines = new LinkedHashMap<>();
        for (Impact impact : impacts) {
            lines.computeIfAbsent(cause(impact), cause -> new ArrayList<>()).add(line(impact.visa()));
        }
        return lines.entrySet().stream()
                .map(entry -> new ImpactGroup(
                        entry.getKey().cause(),
                        entry.getKey().details(),
                        entry.getKey().code(),
                        entry.getKey().link(),
                        entry.getValue()))
                .toList();
    }

    private ImpactGroup cause(Impact impact) {
        Obstacle words = impact.lost()
                .map(lost -> scheme(impact.visa())
                        .map(scheme -> new CaseWords(scheme, desk).obstacle(lost))
                        .orElseGet(() -> sent.plain(lost)))
                .orElseGet(() -> new Obstacle(base(impact), "", impact.reason(), List.of()));
        return new ImpactGroup(
                words.title(),
                words.details(),
                words.code(),
                impact.other().map(this::address).orElse(""),
                List.of());
    }

    private Optional<SchemeVersion> scheme(Visa visa) {
        return schemes.version(visa.facts().scheme());
    }

    private String base(Impact impact) {
        return impact.other()
                .map(other -> desk.texts()
                        .say(
                                "impacts.base",
                                other.facts().reference().text(),
                                other.facts().subject().name(),
                                word(other)))
                .orElse(impact.reason());
    }

    private ImpactGroup.Line line(Visa visa) {
        return new ImpactGroup.Line(
                address(visa),
                visa.facts().reference().text(),
                visa.facts().subject().name(),
                visa.facts().holder().name(),
                word(visa),
                StatusWords.tone(status(visa)));
    }

    private String word(Visa visa) {
        return StatusWords.in(desk.language()).tag(status(visa));
    }

    private VisaStatus status(Visa visa) {
        return visa.facts()
                .statusOn(
                        desk.dayOf(desk.now()), schemes.statusAtEnd(visa.facts().scheme()))
                .status();
    }

    private String address(Visa visa) {
        if (desk.mayReadDecisions()) {
            return desk.to("/desk/visas/" + visa.slug().value());
        }
        return visa.facts().listed() ? desk.to("/visas/" + visa.slug().value()) : "";
    }

    public boolean found() {
        return found;
    }

    public List<ImpactGroup> groups() {
        return groups;
    }

    /** How many visas are to be reviewed; one that two causes put in question counts once. */
    public long count() {
        return groups.stream()
                .flatMap(group -> group.visas().stream())
                .map(ImpactGroup.Line::reference)
                .distinct()
                .count();
    }
}
