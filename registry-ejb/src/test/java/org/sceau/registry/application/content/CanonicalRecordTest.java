package org.sceau.registry.application.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalRecordTest {
    record Holder(FactValue fact, Optional<String> note, List<Integer> numbers) {}

    @Test
    void a_text_that_is_no_such_record_is_refused() {
        assertThatThrownBy(() -> CanonicalRecord.parse("{}", Holder.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalRecord.parse("{\"fact\":{\"is\":\"riddle\"}}", Holder.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        CanonicalRecord.parse("{\"fact\":{\"is\":\"shares\",\"hundredths\":[20000]}}", Holder.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Any record with a long text. */
    record Note(String text) {}

    @Test
    void what_a_row_cannot_hold_is_refused_and_what_no_entry_could_hold_is_not() {
        Note large = new Note("é".repeat(CanonicalRecord.MOST_CHARACTERS - 11));
        assertThat(CanonicalRecord.text(large)).hasSize(CanonicalRecord.MOST_CHARACTERS);

        for (int more : new int[] {1, 3_000_000}) {
            Note tooLarge = new Note(large.text() + "x".repeat(more));
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    org.sceau.registry.domain.refusal.Refused.class,
                                    () -> CanonicalRecord.text(tooLarge))
                            .refusal()
                            .code())
                    .isEqualTo("record-full");
        }
    }

    @Test
    void what_is_absent_leaves_no_member_and_comes_back_absent() {
        Holder bare = new Holder(new FactValue.Flag(true), Optional.empty(), List.of());

        assertThat(CanonicalRecord.text(bare)).isEqualTo("{\"fact\":{\"is\":\"flag\",\"value\":true}}");
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(bare), Holder.class))
                .isEqualTo(bare);
    }

    @Test
    void a_dossier_that_lived_comes_back_equal() {
        Story story = Story.eucc(withEveryKindOfFact(), "2026-05-12")
                .evaluatedBy(Laboratories.arvor("2027-09-30"))
                .asksApproval(Story.CERTIFIER, "long-validity")
                .answersApproval(Story.APPROVER, "long-validity", true, "2026-05-12");
        story.becomes(Questioning.ask(
                        story.look(),
                        Role.EVALUATOR,
                        Optional.of("SECURITY_TARGET"),
                        Optional.of("§ 4.2"),
                        "Quelle version ?",
                        LocalDate.parse("2026-06-01"),
                        Story.CERTIFIER))
                .becomes(Questioning.answer(story.look(), 1, "La 4.1.0.", Story.EVALUATOR))
                .becomes(Questioning.settle(story.look(), 1, Story.CERTIFIER))
                .reviewed();
        Dossier dossier = story.dossier();

        Dossier back = CanonicalRecord.parse(CanonicalRecord.text(dossier), Dossier.class);

        assertThat(back).isEqualTo(dossier);
        assertThat(CanonicalRecord.digest(back)).isEqualTo(CanonicalRecord.digest(dossier));
    }

    @Test
    void a_profile_that_declares_a_day_comes_back_equal() {
        Dossier profile = Story.of(
                        "eucc-pp",
                        "2025-12-29",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        with("lifetime-until", new FactValue.Day(LocalDate.parse("2028-02-20"))),
                        "2026-05-12")
                .dossier();

        assertThat(CanonicalRecord.parse(CanonicalRecord.text(profile), Dossier.class))
                .isEqualTo(profile);
    }

    @Test
    void a_laboratory_comes_back_equal() {
        Laboratory arvor = Laboratories.arvor("2027-09-30")
                .suspending("ACC-ARVOR", new Suspension(LocalDate.parse("2026-06-01"), Optional.empty(), "audit"));

        assertThat(CanonicalRecord.parse(CanonicalRecord.text(arvor), Laboratory.class))
                .isEqualTo(arvor);
    }

    /** Stored dossiers bear these names for ever: whoever renames a component breaks this test first. */
    @Test
    void the_members_of_a_stored_dossier_are_these() {
        Story story = Story.eucc(Story.card(2, Optional.empty()), "2026-05-12");

        assertThat(CanonicalRecord.text(story.dossier())).isEqualTo("""
                        {"application":{"category":"SOFTWARE","facts":{"assurance-components":{"is":"words","values":["AVA_VAN.2","EAL4"]},\
                        "holder-address":{"is":"words","values":["2 rue du Port, 29000 Exempleville, ZZ"]},"holder-contact":{"is":"words",\
                        "values":["securite@halcyon.example"]},"holder-page":{"is":"words","values":["https://halcyon.example/security"]},"standard":{"is":"words","values":["cc-2022"]},\
                        "van":{"is":"whole","value":2}},"listed":true,"nationalSecurity":false,"subject":{"kind":"PRODUCT","name":"Halcyon Card OS",\
                        "versions":"4.1.0"}},"history":{"involved":[{"name":"h.carde","role":"SPONSOR","since":"2026-05-12T00:00:00Z"}],\
                        "stages":[{"at":"2026-05-12T00:00:00Z","by":{"name":"h.carde","organisation":"Halcyon Cards","role":"SPONSOR"},\
                        "day":"2026-05-12","stage":"draft","step":"open"}]},"id":"00000000-0000-4000-8000-00000000d014",\
                        "opening":{"at":"2026-05-12T00:00:00Z","by":{"name":"h.carde","organisation":"Halcyon Cards","role":"SPONSOR"},\
                        "day":"2026-05-12","definition":"0000000000000000000000000000000000000000000000000000000000000000",\
                        "kind":"INITIAL","number":"D-2026-014","scheme":{"scheme":"eucc","version":"2025-12-29"}},\
                        "parties":{"holder":{"name":"Halcyon Cards"},"sponsor":{"name":"Halcyon Cards"}},"version":1}""");
    }

    /** So do stored tasks and notices. */
    @Test
    void the_members_of_stored_tasks_and_notices_are_these_and_come_back() {
        Concern concern = new Concern(Concern.About.VISA, new UUID(1, 2));
        Task open = new Task(
                new TaskId(new UUID(3, 4)),
                new Task.Key(TaskKind.MAY_CLOSE, concern, "completion/2026-02-16"),
                Set.of(Role.CERTIFIER),
                LocalDate.parse("2026-04-17"),
                Optional.of(LocalDate.parse("2026-04-16")),
                Optional.of("RAPP"),
                Optional.empty(),
                1);
        Task settled =
                open.settledBy(new Person("c", "Centre", Role.CERTIFIER), LocalDate.parse("2026-04-20"), "Maintenue.");
        Notice notice = new Notice(
                NoticeKind.VALIDITY_ENDS,
                Optional.of("Brume Télécom"),
                concern,
                "2027-05-31/3",
                LocalDate.parse("2027-02-28"),
                Optional.of(LocalDate.parse("2027-05-31")),
                Optional.empty(),
                Optional.of("CSPN-P01 §6.2"));

        assertThat(CanonicalRecord.text(settled)).isEqualTo("""
                {"due":"2026-04-16","ground":"RAPP","id":"00000000-0000-0003-0000-000000000004","key":{"concern":{"about":"VISA",\
                "id":"00000000-0000-0001-0000-000000000002"},"kind":"MAY_CLOSE","occurrence":"completion/2026-02-16"},\
                "roles":["CERTIFIER"],"settlement":{"by":{"name":"c","organisation":"Centre","role":"CERTIFIER"},"day":"2026-04-20",\
                "outcome":"by-hand","text":"Maintenue."},"since":"2026-04-17","version":2}""");
        assertThat(CanonicalRecord.text(notice)).isEqualTo("""
                {"addressee":"Brume Télécom","concern":{"about":"VISA","id":"00000000-0000-0001-0000-000000000002"},\
                "day":"2027-02-28","ground":"CSPN-P01 §6.2","kind":"VALIDITY_ENDS","occurrence":"2027-05-31/3","until":"2027-05-31"}""");
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(open), Task.class))
                .isEqualTo(open);
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(settled), Task.class))
                .isEqualTo(settled);
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(notice), Notice.class))
                .isEqualTo(notice);
        String before = CanonicalRecord.text(notice).replace("\"ground\":\"CSPN-P01 §6.2\",", "");
        assertThat(CanonicalRecord.parse(before, Notice.class).ground())
                .as("of before grounds were kept")
                .isEmpty();
    }

    private static Application with(String fact, FactValue value) {
        Application known = Story.card(5, Optional.of("smartcards"));
        return new Application(
                known.subject(),
                known.level(),
                known.scopes(),
                known.category(),
                false,
                Map.of(fact, value),
                known.bases(),
                known.listed());
    }

    private static Application withEveryKindOfFact() {
        Application known = Story.card(5, Optional.of("smartcards"));
        Map<String, FactValue> facts = new TreeMap<>(known.facts());
        facts.put("patch-management", new FactValue.Flag(false));
        return new Application(
                known.subject(),
                known.level(),
                known.scopes(),
                known.category(),
                false,
                facts,
                known.bases(),
                known.listed());
    }
}
