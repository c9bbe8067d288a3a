package org.sceau.registry.web.overseeing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.complaining.ComplaintSight;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.complaining.ReadComplaints;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.submitting.OwnVisas;
import org.sceau.registry.domain.complaint.Complainant;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;

/** Complaints and appeals that the reader may know of, and the form by which everybody files one (CSA Art. 63). */
@Named("complaintsDesk")
@RequestScoped
public class ComplaintsDesk {
    private static final int PAGE = 50;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 300;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadComplaints reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FileComplaint filing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnVisas visas;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDossiers dossiers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private List<ComplaintRow> rows = List.of();
    private List<Choice> choices = List.of();
    private String older = "";

    /** Files what was sent, then reads what is shown. */
    public void open() {
        if (sent.carryOut(this::file, sent::plain)) {
            return;
        }
        try {
            read(before().map(text -> Given.id(text, ComplaintId::new, "complaint-unknown")));
            choices = contested().choices(desk.actor(), desk.mayApply(), about());
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    private ContestedForm contested() {
        return new ContestedForm(filing, visas, dossiers);
    }

    private Optional<String> before() {
        return Optional.ofNullable(request.getParameter("before"));
    }

    private String file(FormFields fields) {
        boolean letter = fields.yes("letter");
        FileComplaint.Request wanted = new FileComplaint.Request(
                Given.one("kind", fields.choice("kind"), Filing.Kind.values(), Filing.Kind::code),
                contested().read(desk.actor(), fields),
                fields.text("text", LONGEST_TEXT),
                letter
                        ? Optional.of(new Complainant(
                                fields.text("writer", LONGEST_NAME),
                                fields.optional("organisation", LONGEST_PLACE),
                                fields.optional("contact", LONGEST_PLACE)))
                        : Optional.empty(),
                letter ? fields.optionalDay("received") : Optional.empty());
        Complaint complaint = Once.of(
                fields.attempt(),
                Complaint.class,
                made -> made.id().toString(),
                name -> reading.one(desk.actor(), ComplaintId.parse(name), 1).complaint(),
                () -> filing.file(desk.actor(), wanted));
        return desk.to("/desk/complaints/" + complaint.id()) + "?done=filed";
    }

    private void read(Optional<ComplaintId> before) {
        ComplaintWords words = new ComplaintWords(desk);
        List<ComplaintSight> page = reading.sights(desk.actor(), before, PAGE);
        rows = page.stream().map(sight -> row(sight, words)).toList();
        if (page.size() == PAGE) {
            older = desk.address() + "?before=" + page.get(PAGE - 1).complaint().id();
        }
    }

    private ComplaintRow row(ComplaintSight sight, ComplaintWords words) {
        Complaint complaint = sight.complaint();
        @Nullable
        String handler = complaint
                .handler()
                .filter(known -> sight.names())
                .map(known -> known.name())
                .orElse(null);
        return new ComplaintRow(
                desk.to("/desk/complaints/" + complaint.id()),
                complaint.filing().number(),
                words.kind(complaint.filing().kind()),
                sight.about().text(),
                words.state(complaint.state()),
                ComplaintWords.tone(complaint.state()),
                desk.days().shortDay(complaint.filing().received()),
                handler == null ? "" : handler,
                desk.actor().name().equals(handler));
    }

    public List<ComplaintRow> rows() {
        return rows;
    }

    /** Whether the reader learns who handles any of them. */
    public boolean showsHandlers() {
        return rows.stream().anyMatch(row -> !row.handler().isEmpty());
    }

    /** Address of the next page; empty on the last. */
    public String older() {
        return older;
    }

    /** What can be complained of by choosing it. */
    public List<Choice> choices() {
        return choices;
    }

    /** What the reader came with, or had chosen; empty for nothing. */
    public String about() {
        String asked = request.getParameter("about");
        return asked == null || asked.length() > LONGEST_PLACE ? "" : asked;
    }

    /** {@code true} for the choice that stands in the form. */
    public @Nullable String chosen(String value) {
        return value.equals(about()) ? "true" : null;
    }

    /** Whether the reader may record what somebody else wrote. */
    public boolean recordsLetters() {
        return FileComplaint.recordsLetters(desk.actor());
    }

    /** Last day on which a letter can have come. */
    public String today() {
        return desk.dayOf(desk.now()).toString();
    }
}
