package org.sceau.registry.web.overseeing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.complaining.ComplaintSight;
import org.sceau.registry.application.complaining.HandleComplaint;
import org.sceau.registry.application.complaining.ReadComplaints;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;

/** One complaint: what is told to the reader's side of it, and for an independent handler the next steps. */
@Named("complaintDesk")
@RequestScoped
public class ComplaintDesk {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REMEDY = 1_300;
    private static final Set<String> DONE =
            Set.of("filed", "assigned", "admitted", "investigated", "informed", "noted", "dismissed", "concluded");

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadComplaints reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HandleComplaint handling;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable ComplaintSheet sheet;

    /** Does what was sent, then reads what is shown. */
    public void open() {
        try {
            ComplaintId id = Given.id(desk.key(), ComplaintId::new, "complaint-unknown");
            reading.one(desk.actor(), id);
            if (!sent.carryOut(fields -> act(id, fields), sent::plain)) {
                sheet = sheet(reading.one(desk.actor(), id));
            }
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    private String act(ComplaintId id, FormFields fields) {
        OptionalLong seen = OptionalLong.of(fields.number("seen"));
        String act = fields.choice("act");
        switch (act) {
            case "assigned" -> handling.assign(desk.actor(), id, seen, fields.choice("handler"));
            case "dismissed", "concluded" ->
                handling.end(
                        desk.actor(),
                        id,
                        seen,
                        act.equals("dismissed") ? Outcome.Finding.INADMISSIBLE : finding(fields),
                        fields.text("reasons", LONGEST_TEXT),
                        fields.optional("measures", LONGEST_TEXT),
                        fields.optional("remedy", LONGEST_REMEDY));
            default ->
                handling.step(
                        desk.actor(),
                        id,
                        seen,
                        Given.one("act", act, steps(), Progress.Act::code),
                        fields.text("text", LONGEST_TEXT));
        }
        return desk.address() + "?done=" + act;
    }

    private static Progress.Act[] steps() {
        return Arrays.stream(Progress.Act.values())
                .filter(act -> act != Progress.Act.ASSIGNED)
                .toArray(Progress.Act[]::new);
    }

    private static Outcome.Finding finding(FormFields fields) {
        return Given.one(
                "finding",
                fields.choice("finding"),
                afterInvestigation().toArray(Outcome.Finding[]::new),
                Outcome.Finding::code);
    }

    private static Stream<Outcome.Finding> afterInvestigation() {
        return Arrays.stream(Outcome.Finding.values()).filter(finding -> finding != Outcome.Finding.INADMISSIBLE);
    }

    private ComplaintSheet sheet(ComplaintSight sight) {
        Complaint complaint = sight.complaint();
        ComplaintWords words = new ComplaintWords(desk);
        boolean handles = sight.reader() == ComplaintSight.Reader.HANDLER;
        String me = desk.actor().name();
        return new ComplaintSheet(
                complaint.filing().number(),
                words.kind(complaint.filing().kind()),
                sight.about().text(),
                link(sight),
                words.state(complaint.state()),
                ComplaintWords.tone(complaint.state()),
                complaint.version(),
                words.facts(sight),
                sight.discloses() ? complaint.filing().text() : "",
                words.events(sight),
                handles ? complaint.steps(me).stream().map(Progress.Act::code).collect(Collectors.toSet()) : Set.of(),
                handles ? complaint.end(me).map(Complaint.End::code).orElse(null) : null,
                afterInvestigation()
                        .map(finding -> Choice.of(finding.code(), words.finding(finding)))
                        .toList(),
                handles && !complaint.state().isOver() ? candidates(complaint) : List.of(),
                !handles && Permission.HANDLE_COMPLAINT.isGrantedTo(desk.actor())
                        ? desk.texts().say("complaint.apart")
                        : "");
    }

    private List<Choice> candidates(Complaint complaint) {
        String present = complaint.handler().map(known -> known.name()).orElse("");
        return handling.candidates(desk.actor(), complaint.id()).stream()
                .filter(name -> !name.equals(present))
                .map(name -> new Choice(name, name, "", name.equals(desk.actor().name()), true))
                .toList();
    }

    /** A visa has a page for everybody where it is listed, a dossier one for those who may see it. */
    private String link(ComplaintSight sight) {
        return sight.complaint().filing().contested() instanceof Contested.Dossier dossier && desk.mayReadDossiers()
                ? desk.to("/desk/dossiers/" + dossier.id())
                : sight.about()
                        .page()
                        .map(slug -> desk.to("/visas/" + slug.value()))
                        .orElse("");
    }

    public boolean found() {
        return sheet != null;
    }

    public @Nullable ComplaintSheet sheet() {
        return sheet;
    }

    public String done() {
        return sent.done(DONE);
    }
}
