package org.sceau.registry.web.overseeing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.submitting.OwnVisas;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.form.FormFields;

/** The part of a form that says what is complained of: chosen among what the reader has to do with, or named. */
final class ContestedForm {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 300;
    private static final String VISA = "visa:";
    private static final String DOSSIER = "dossier:";
    private static final String LABORATORY = "laboratory:";

    private final FileComplaint filing;
    private final OwnVisas visas;
    private final ReadDossiers dossiers;

    ContestedForm(FileComplaint filing, OwnVisas visas, ReadDossiers dossiers) {
        this.filing = filing;
        this.visas = visas;
        this.dossiers = dossiers;
    }

    /** What was sent. */
    Contested read(Actor actor, FormFields fields) {
        String about = fields.choice("about");
        return switch (about) {
            case "visa" -> filing.visa(actor, fields.text("name", LONGEST_NAME));
            case "body" -> new Contested.Body(fields.text("name", LONGEST_NAME));
            default -> parse(about).orElseThrow(() -> Given.invalid("about", "visa, dossier, laboratory, body"));
        };
    }

    /** What an address or a field names by sort and id; empty for what names nothing. */
    static Optional<Contested> parse(String text) {
        if (text.startsWith(VISA)) {
            return Optional.of(
                    new Contested.Visa(Given.id(text.substring(VISA.length()), VisaId::new, "visa-unknown")));
        }
        if (text.startsWith(DOSSIER)) {
            return Optional.of(new Contested.Dossier(
                    Given.id(text.substring(DOSSIER.length()), DossierId::new, "dossier-unknown")));
        }
        return text.startsWith(LABORATORY)
                ? Optional.of(new Contested.Laboratory(
                        Given.id(text.substring(LABORATORY.length()), LaboratoryId::new, "lab-unknown")))
                : Optional.empty();
    }

    /**
     * What can be chosen.
     *
     * @param applies whether the reader has visas and dossiers of its own; others come from the page of the matter
     * @param asked what the reader came with, as {@code visa:{uuid}}; empty for nothing
     */
    List<Choice> choices(Actor actor, boolean applies, String asked) {
        List<Choice> all = new ArrayList<>();
        if (applies) {
            visas.of(actor)
                    .forEach(visa -> all.add(Choice.of(
                            VISA + visa.id(),
                            visa.facts().reference().text() + ", "
                                    + visa.facts().subject().name())));
            all.addAll(dossiers.page(
                    actor,
                    Optional.empty(),
                    Optional.empty(),
                    MOST,
                    sight -> Choice.of(
                            DOSSIER + sight.dossier().id(),
                            sight.dossier().opening().number() + ", "
                                    + sight.dossier().application().subject().name())));
        }
        filing.laboratories(actor)
                .forEach(known -> all.add(
                        Choice.of(LABORATORY + known.id(), known.organisation().name())));
        if (all.stream().noneMatch(one -> one.value().equals(asked))) {
            parse(asked).ifPresent(contested -> all.add(0, Choice.of(asked, filing.named(actor, contested))));
        }
        return all;
    }
}
