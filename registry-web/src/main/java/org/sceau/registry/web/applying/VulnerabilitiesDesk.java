package org.sceau.registry.web.applying;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.submitting.OwnVisas;
import org.sceau.registry.application.surveilling.NotifyOfVulnerability;
import org.sceau.registry.application.surveilling.ReadVulnerabilities;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.application.surveilling.Vulnerabilities;
import org.sceau.registry.application.surveilling.VulnerabilitySight;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.vulnerability.Clock;
import org.sceau.registry.domain.vulnerability.Concern;
import org.sceau.registry.domain.vulnerability.DataPackage;
import org.sceau.registry.domain.vulnerability.Description;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;

/**
 * Vulnerabilities that the reader may see, each with its legal clocks, what the own organisation was told of, and the form by which a holder tells one of
 * its own visas.
 */
@Named("vulnerabilitiesDesk")
@RequestScoped
public class VulnerabilitiesDesk {
    private static final int MOST = 100;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadVulnerabilities reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReportVulnerability reporting;

    @Inject
    @SuppressWarnings("NullAway.Init")
    NotifyOfVulnerability telling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnVisas visas;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable List<VulnerabilityLine> lines;
    private @Nullable List<WarningLine> warnings;

    /** Reports what was sent. */
    public void open() {
        sent.carryOut(this::report, sent::plain);
    }

    private String report(FormFields fields) {
        Visa about = visas.held(desk.actor(), slug(fields.choice("visa")));
        Description description = Given.made(
                "description",
                () -> new Description(
                        fields.text("title", Description.MAX_TITLE),
                        fields.text("known", Description.MAX_TEXT),
                        fields.optional("impact", Description.MAX_TEXT),
                        fields.optional("consequences", Description.MAX_TEXT),
                        Optional.empty()));
        ReportVulnerability.Request wanted =
                new ReportVulnerability.Request(Source.HOLDER, Set.of(about.id()), description, Optional.empty());
        Once.of(
                fields.attempt(),
                Vulnerabilities.Recorded.class,
                recorded -> recorded.record().id().toString(),
                id -> reading.one(desk.actor(), VulnerabilityId.parse(id), Optional.empty())
                        .recorded(),
                () -> reporting.report(desk.actor(), wanted));
        return desk.address() + "?done=reported";
    }

    private static Slug slug(String text) {
        try {
            return new Slug(text);
        } catch (IllegalArgumentException noSlug) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND).asException();
    }

    public boolean there() {
        return Permission.READ_VULNERABILITIES.isGrantedTo(desk.actor());
    }

    /** Whether the reader holds visas and so tells of their vulnerabilities. */
    public boolean reports() {
        return desk.mayApply();
    }

    /** Visas that the reader may tell of. */
    public List<Choice> choices() {
        String asked = Optional.ofNullable(request.getParameter("visa")).orElse("");
        return reports()
                ? visas.of(desk.actor()).stream()
                        .map(visa -> new Choice(
                                visa.slug().value(),
                                visa.facts().reference().text() + ", "
                                        + visa.facts().subject().name(),
                                "",
                                visa.slug().value().equals(asked),
                                true))
                        .toList()
                : List.of();
    }

    public List<VulnerabilityLine> lines() {
        List<VulnerabilityLine> known = lines;
        if (known == null) {
            known = there()
                    ? reading.page(desk.actor(), Optional.empty(), MOST).stream()
                            .map(this::line)
                            .toList()
                    : List.of();
            lines = known;
        }
        return known;
    }

    private VulnerabilityLine line(VulnerabilitySight sight) {
        return new VulnerabilityLine(
                sight.record().number(),
                sight.record().description().title(),
                sight.record().concerns().stream().map(Concern::reference).collect(Collectors.joining(", ")),
                sight.record().description().known(),
                sight.record().isOpen(),
                desk.moment(sight.record().report().at()),
                sight.clocks().stream()
                        .filter(clock -> clock.stateAt(sight.at()) != Clock.State.NOT_STARTED)
                        .sorted(Comparator.comparing(clock -> clock.due().orElse(Instant.MAX)))
                        .map(clock -> clock(clock, sight.at()))
                        .toList());
    }

    /** What the reader's organisation was told, newest first. */
    public List<WarningLine> warnings() {
        List<WarningLine> known = warnings;
        if (known == null) {
            known = there()
                    ? telling.toMe(desk.actor()).stream().map(this::line).toList()
                    : List.of();
            warnings = known;
        }
        return known;
    }

    private WarningLine line(Vulnerabilities.Told told) {
        DataPackage content = told.content();
        return new WarningLine(
                content.number(),
                content.description().title(),
                String.join(", ", content.references()),
                content.description().known(),
                content.description().consequences().orElse(""),
                content.changes().orElse(""),
                desk.days().day(told.notice().day()));
    }

    private VulnerabilityLine.ClockLine clock(Clock clock, Instant at) {
        Clock.State state = clock.stateAt(at);
        return new VulnerabilityLine.ClockLine(
                clock.rule().label().in(desk.locale()),
                desk.texts()
                        .say("clock." + state.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                switch (state) {
                    case MISSED, MET_LATE -> "stop";
                    case MET_IN_TIME -> "ok";
                    default -> "next";
                },
                clock.due().map(desk::moment).orElse(""));
    }

    public String done() {
        return sent.done(Set.of("reported"));
    }
}
