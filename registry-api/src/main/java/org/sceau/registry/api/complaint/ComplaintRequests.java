package org.sceau.registry.api.complaint;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.domain.complaint.Complainant;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.visa.VisaId;

/** What is sent about complaints. */
final class ComplaintRequests {
    private static final int LONGEST_TEXT = 4_000;

    private ComplaintRequests() {}

    /**
     * A complaint or an appeal.
     *
     * @param kind     complaint or appeal
     * @param writer   who wrote a letter, for staff who records it; absent for one's own
     * @param received day on which a letter came; today when absent
     */
    @Schema(name = "ComplaintRequest")
    public record Filed(
            String kind,
            About about,
            String text,
            @Nullable Writer writer,
            @Nullable LocalDate received) {
        FileComplaint.Request request() {
            return new FileComplaint.Request(
                    Given.one("kind", kind, Filing.Kind.values(), Filing.Kind::code),
                    about.contested(),
                    Given.text("text", text, LONGEST_TEXT),
                    Optional.ofNullable(writer).map(Writer::complainant),
                    Optional.ofNullable(received));
        }
    }

    /** What it is about: exactly one of them. */
    @Schema(name = "Contested")
    public record About(
            @Nullable String visa,
            @Nullable String dossier,
            @Nullable String laboratory,
            @Nullable String body) {
        Contested contested() {
            if (Arrays.asList(visa, dossier, laboratory, body).stream()
                            .filter(given -> given != null)
                            .count()
                    != 1) {
                throw Given.invalid("about", "one of visa, dossier, laboratory, body");
            }
            if (visa != null) {
                return new Contested.Visa(Given.id(visa, VisaId::new, "visa-unknown"));
            }
            if (dossier != null) {
                return new Contested.Dossier(Given.id(dossier, DossierId::new, "dossier-unknown"));
            }
            if (laboratory != null) {
                return new Contested.Laboratory(Given.id(laboratory, LaboratoryId::new, "lab-unknown"));
            }
            return new Contested.Body(Given.text("about.body", String.valueOf(body), 300));
        }

        static About of(Contested contested) {
            return new About(
                    contested instanceof Contested.Visa visa ? visa.id().toString() : null,
                    contested instanceof Contested.Dossier dossier
                            ? dossier.id().toString()
                            : null,
                    contested instanceof Contested.Laboratory lab ? lab.id().toString() : null,
                    contested instanceof Contested.Body body ? body.name() : null);
        }
    }

    /** Who wrote a letter. */
    @Schema(name = "Complainant")
    public record Writer(
            String name,
            @Nullable String organisation,
            @Nullable String contact) {
        Complainant complainant() {
            return new Complainant(
                    Given.text("writer.name", name, 200),
                    Optional.ofNullable(organisation).map(text -> Given.text("writer.organisation", text, 300)),
                    Optional.ofNullable(contact).map(text -> Given.text("writer.contact", text, 300)));
        }

        static Writer of(Complainant complainant) {
            return new Writer(
                    complainant.name(),
                    complainant.organisation().orElse(null),
                    complainant.contact().orElse(null));
        }
    }

    /** @param handler account of a complaint handler */
    @Schema(name = "ComplaintAssignment")
    public record Assigned(String handler) {
        String to() {
            return Given.text("handler", handler, 100);
        }
    }

    /** @param act admitted, investigated, informed or noted */
    @Schema(name = "ComplaintStep")
    public record Step(String act, String text) {
        Progress.Act taken() {
            Progress.Act[] open = Arrays.stream(Progress.Act.values())
                    .filter(known -> known != Progress.Act.ASSIGNED)
                    .toArray(Progress.Act[]::new);
            return Given.one("act", act, open, Progress.Act::code);
        }

        String words() {
            return Given.text("text", text, LONGEST_TEXT);
        }
    }

    /**
     * How it ends.
     *
     * @param finding     inadmissible, founded, partly-founded or unfounded
     * @param legalRemedy that of the scheme when absent
     */
    @Schema(name = "ComplaintOutcome")
    public record Ended(
            String finding,
            String reasons,
            @Nullable String measures,
            @Nullable String legalRemedy) {
        Outcome.Finding found() {
            return Given.one("finding", finding, Outcome.Finding.values(), Outcome.Finding::code);
        }

        String grounds() {
            return Given.text("reasons", reasons, LONGEST_TEXT);
        }

        Optional<String> asked() {
            return Optional.ofNullable(measures).map(text -> Given.text("measures", text, LONGEST_TEXT));
        }

        Optional<String> remedy() {
            return Optional.ofNullable(legalRemedy).map(text -> Given.text("legalRemedy", text, 1_000));
        }
    }
}
