package org.sceau.registry.web.overseeing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.surveilling.DrawSample;
import org.sceau.registry.domain.dossier.handling.Walls;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.sampling.Drawing;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.web.casework.CaseWords;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;

/** The sample of a scheme for a year: what was selected by which criteria, and for the supervisor the form of the next drawing. */
@Named("sampleDesk")
@RequestScoped
public class SampleDesk {
    /** Boxes of a form; a larger sample is drawn in several drawings, or by a machine. */
    private static final int BOXES = 200;

    private static final int CRITERIA = 5;
    private static final int LONGEST_CRITERION = 500;
    private static final int LONGEST_BASIS = 4_000;
    private static final Set<String> DONE = Set.of("drawn");

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DrawSample sampling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable SampleSheet sheet;

    /** Draws what was sent, then reads what is shown. */
    public void open() {
        try {
            String[] key = desk.key().split("/", 2);
            SchemeVersion version = version(key[0]);
            SchemeId scheme = version.id().scheme();
            int year = Integer.parseInt(key[1]);
            if (!sent.carryOut(
                    fields -> draw(scheme, year, fields), refused -> new CaseWords(version, desk).obstacle(refused))) {
                sheet = sheet(version, sampling.read(desk.actor(), scheme, year));
            }
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    private SchemeVersion version(String scheme) {
        return sampling.sampled(desk.actor()).stream()
                .map(DrawSample.Sampled::version)
                .filter(version -> version.id().scheme().value().equals(scheme))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of("scheme-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private String draw(SchemeId scheme, int year, FormFields fields) {
        OptionalLong seen = OptionalLong.of(fields.number("seen"));
        Set<VisaId> selected = new LinkedHashSet<>();
        fields.choices("visa").forEach(text -> selected.add(Given.id(text, VisaId::new, "visa-unknown")));
        if (selected.isEmpty()) {
            throw Given.missing("visa");
        }
        sampling.draw(
                desk.actor(), scheme, year, seen, selected, fields.text("basis", LONGEST_BASIS), criteria(fields));
        return desk.address() + "?done=drawn";
    }

    /** Those that were written, a French text each; one alone in English is refused for the other's want. */
    private static List<Criterion> criteria(FormFields fields) {
        List<Criterion> all = new ArrayList<>();
        for (int i = 1; i <= CRITERIA; i++) {
            String fr = "criterion-fr-" + i;
            String en = "criterion-en-" + i;
            if (i == 1
                    || fields.optional(fr, LONGEST_CRITERION).isPresent()
                    || fields.optional(en, LONGEST_CRITERION).isPresent()) {
                all.add(new Criterion(fields.text(fr, LONGEST_CRITERION), fields.optional(en, LONGEST_CRITERION)));
            }
        }
        if (Drawing.told(all).length() > Drawing.MAX_TOLD) {
            throw Given.invalid("criteria", "at most " + Drawing.MAX_TOLD + " characters in all");
        }
        return all;
    }

    /** Key of the words for whether a sample is large enough. */
    static String state(DrawSample.Sight sight) {
        if (sight.suffices()) {
            return "sample.suffices";
        }
        return sight.sample().visas().isEmpty() ? "sample.none" : "sample.short";
    }

    private SampleSheet sheet(SchemeVersion version, DrawSample.Sight sight) {
        SchemeId scheme = version.id().scheme();
        Set<Role> roles = desk.actor().roles(scheme);
        boolean supervises = roles.contains(sight.rule().by());
        Optional<Refusal> wall =
                supervises ? Walls.refusal(version, roles, sight.rule().by()) : Optional.empty();
        boolean draws = supervises && wall.isEmpty();
        DrawSample.Candidates left = draws
                ? sampling.candidates(desk.actor(), scheme, sight.sample().year(), BOXES)
                : new DrawSample.Candidates(0, List.of());
        List<SampleSheet.DrawingLine> drawings = new ArrayList<>();
        sight.sample().drawings().forEach(drawing -> drawings.add(0, line(drawing)));
        return new SampleSheet(
                version.label().in(desk.locale()),
                sight.sample().year(),
                sight.rule().source(),
                sight.rule().percent(),
                sight.sample().version(),
                sight.population(),
                sight.needed(),
                desk.texts().say(state(sight)),
                sight.suffices() ? "ok" : "pause",
                sight.selected().stream().map(this::line).toList(),
                drawings,
                left.visas().stream().map(this::box).toList(),
                left.total(),
                draws,
                wall.map(refused ->
                                new CaseWords(version, desk).obstacle(refused).title())
                        .orElse(""));
    }

    private SampleSheet.DrawingLine line(Drawing drawing) {
        return new SampleSheet.DrawingLine(
                desk.moment(drawing.at()),
                drawing.by().name(),
                drawing.visas().size(),
                drawing.basis(),
                drawing.criteria().stream()
                        .map(criterion ->
                                desk.lang().equals("en") ? criterion.en().orElse(criterion.fr()) : criterion.fr())
                        .toList());
    }

    private SampleSheet.Line line(Visa visa) {
        return new SampleSheet.Line(
                visa.facts().listed() ? desk.to("/visas/" + visa.slug().value()) : "",
                visa.facts().reference().text(),
                visa.facts().subject().name(),
                visa.facts().holder().name());
    }

    private Choice box(Visa visa) {
        String id = visa.id().toString();
        return new Choice(
                id,
                visa.facts().reference().text() + ", " + visa.facts().subject().name(),
                visa.facts().holder().name(),
                sent.ticked("draw", "visa", id) != null,
                true);
    }

    public boolean found() {
        return sheet != null;
    }

    public @Nullable SampleSheet sheet() {
        return sheet;
    }

    /** Numbers of the criteria that the form has room for. */
    public List<Integer> rows() {
        return IntStream.rangeClosed(1, CRITERIA).boxed().toList();
    }

    public String done() {
        return sent.done(DONE);
    }
}
