package org.sceau.registry.application.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.FactValue;

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
                .reviewed();
        Dossier dossier = story.dossier();

        Dossier back = CanonicalRecord.parse(CanonicalRecord.text(dossier), Dossier.class);

        assertThat(back).isEqualTo(dossier);
        assertThat(CanonicalRecord.digest(back)).isEqualTo(CanonicalRecord.digest(dossier));
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
                        "holder-page":{"is":"words","values":["https://halcyon.example/security"]},"standard":{"is":"words","values":["cc-2022"]},\
                        "van":{"is":"whole","value":2}},"listed":true,"nationalSecurity":false,"subject":{"kind":"PRODUCT","name":"Halcyon Card OS",\
                        "versions":"4.1.0"}},"history":{"involved":[{"name":"h.carde","role":"SPONSOR","since":"2026-05-12T00:00:00Z"}],\
                        "stages":[{"at":"2026-05-12T00:00:00Z","by":{"name":"h.carde","organisation":"Halcyon Cards","role":"SPONSOR"},\
                        "day":"2026-05-12","stage":"draft","step":"open"}]},"id":"00000000-0000-4000-8000-00000000d014",\
                        "opening":{"at":"2026-05-12T00:00:00Z","by":{"name":"h.carde","organisation":"Halcyon Cards","role":"SPONSOR"},\
                        "day":"2026-05-12","definition":"0000000000000000000000000000000000000000000000000000000000000000",\
                        "kind":"INITIAL","number":"D-2026-014","scheme":{"scheme":"eucc","version":"2025-12-29"}},\
                        "parties":{"holder":{"name":"Halcyon Cards"},"sponsor":{"name":"Halcyon Cards"}},"version":1}""");
    }

    private static Application withEveryKindOfFact() {
        Application known = Story.card(5, Optional.of("smartcards"));
        Map<String, FactValue> facts = new TreeMap<>(known.facts());
        facts.put("national-certificate-until", new FactValue.Day(LocalDate.parse("2028-02-20")));
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
