package org.sceau.registry.api.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.complaining.ComplaintSight;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.complaint.Outcome;
import org.sceau.registry.domain.complaint.Progress;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;

/**
 * A complaint as one reader sees it.
 *
 * @param decision    id of the decision appealed against
 * @param complainant shown to handlers, and to whoever filed it
 * @param text        the same
 * @param goesTo      issuer, authority, court or unknown, by the scheme; absent where no scheme says so
 * @param handler     account of who handles it; shown to handlers
 * @param progress    steps that the reader may read, oldest first
 */
@Schema(name = "Complaint")
public record ComplaintView(
        String id,
        String number,
        long version,
        String kind,
        String state,
        LocalDate received,
        String channel,
        ComplaintRequests.About about,
        @Nullable String decision,
        ComplaintRequests.@Nullable Writer complainant,
        @Nullable String text,
        @Nullable String goesTo,
        @Nullable BothLanguages legalRemedy,
        @Nullable String handler,
        List<StepView> progress,
        @Nullable EndView outcome) {

    /** @param by account of who took it; shown to handlers */
    @Schema(name = "ComplaintStepTaken")
    public record StepView(String act, Instant at, @Nullable String by, String text) {
        static StepView of(Progress step, ComplaintSight sight) {
            return new StepView(
                    step.act().code(), step.at(), sight.names() ? step.by().name() : null, step.text());
        }
    }

    /** @param reasons shown to handlers, and to whoever filed it */
    @Schema(name = "ComplaintEnd")
    public record EndView(
            String finding,
            Instant at,
            @Nullable String reasons,
            @Nullable String measures,
            String legalRemedy) {
        static EndView of(Outcome outcome, ComplaintSight sight) {
            return new EndView(
                    outcome.finding().code(),
                    outcome.at(),
                    sight.discloses() ? outcome.reasons() : null,
                    outcome.measures().orElse(null),
                    outcome.legalRemedy());
        }
    }

    /** A line of the list: nothing that a witness may not know. */
    @Schema(name = "ComplaintRow")
    public record Row(String id, String number, long version, String kind, String state, LocalDate received) {
        static Row of(Complaint complaint) {
            Filing filing = complaint.filing();
            return new Row(
                    complaint.id().toString(),
                    filing.number(),
                    complaint.version(),
                    filing.kind().code(),
                    complaint.state().code(),
                    filing.received());
        }
    }

    /** @param next send it as {@code before} for the next page; absent on the last */
    @Schema(name = "Complaints")
    public record Page(List<Row> complaints, @Nullable String next) {
        static Page of(List<Complaint> page, int limit) {
            return new Page(
                    page.stream().map(Row::of).toList(),
                    page.size() < limit ? null : page.get(page.size() - 1).id().toString());
        }
    }

    static ComplaintView of(ComplaintSight sight) {
        Complaint complaint = sight.complaint();
        Filing filing = complaint.filing();
        return new ComplaintView(
                complaint.id().toString(),
                filing.number(),
                complaint.version(),
                filing.kind().code(),
                complaint.state().code(),
                filing.received(),
                Coded.of(filing.channel()),
                ComplaintRequests.About.of(filing.contested()),
                filing.decision().map(Object::toString).orElse(null),
                sight.discloses() ? ComplaintRequests.Writer.of(filing.complainant()) : null,
                sight.discloses() ? filing.text() : null,
                sight.route().map(route -> Coded.of(route.to())).orElse(null),
                sight.route()
                        .flatMap(ComplaintRoute::remedy)
                        .map(BothLanguages::of)
                        .orElse(null),
                complaint
                        .handler()
                        .filter(known -> sight.names())
                        .map(Person::name)
                        .orElse(null),
                complaint.progress().stream()
                        .filter(sight::shows)
                        .map(step -> StepView.of(step, sight))
                        .toList(),
                complaint.outcome().map(end -> EndView.of(end, sight)).orElse(null));
    }
}
