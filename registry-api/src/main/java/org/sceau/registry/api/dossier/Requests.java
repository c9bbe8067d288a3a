package org.sceau.registry.api.dossier;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Engagement;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.visa.VisaId;

/** What is sent about a dossier that is open, one record each. Texts are checked here, so that no record of the domain refuses them. */
final class Requests {
    private Requests() {}

    static String words(String member, String text) {
        return Given.text(member, text, StageEntry.MAX_REASON);
    }

    /** @param reason where the step asks one */
    @Schema(name = "Step")
    record Step(String step, @Nullable String reason) {
        Optional<String> why() {
            return Optional.ofNullable(reason).map(text -> words("reason", text));
        }
    }

    /** @param reason where a laboratory declines */
    @Schema(name = "AssignmentAnswer")
    record AssignmentAnswer(boolean accepted, @Nullable String reason) {
        /** Why it declines; empty where it accepts. */
        Optional<String> declined() {
            if (accepted) {
                return Optional.empty();
            }
            if (reason == null) {
                throw Given.missing("reason");
            }
            return Optional.of(Given.text("reason", reason, Engagement.MAX_REASON));
        }
    }

    /**
     * A document as its depositor describes it; its bytes are not received yet.
     *
     * @param language ISO 639-1 code
     * @param sections ids of the sections of a certification report, as its scheme names them
     * @param sha256   64 lower-case hexadecimal digits of its bytes
     * @param size     its bytes
     */
    @Schema(name = "Document")
    record Document(
            String type,
            String title,
            String language,
            @Nullable String edition,
            List<String> sections,
            String sha256,
            long size) {
        HandleDossier.Paper paper() {
            if (!language.matches("[a-z]{2}")) {
                throw Given.invalid("language", "a two-letter code, such as fr");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw Given.invalid("sha256", "64 lower-case hexadecimal digits");
            }
            if (sections.size() > Deposit.MAX_SECTIONS) {
                throw Given.invalid("sections", "at most " + Deposit.MAX_SECTIONS);
            }
            sections.forEach(section -> Given.text("sections", section, 100));
            if (size < 0) {
                throw Given.invalid("size", "0 or more");
            }
            return new HandleDossier.Paper(
                    Given.text("type", type, 100),
                    Given.text("title", title, 300),
                    language,
                    Optional.ofNullable(edition).map(text -> Given.text("edition", text, 100)),
                    sections(),
                    sha256,
                    size);
        }
    }

    @Schema(name = "Conclusion")
    record Conclusion(String type, boolean favourable, String grounds) {}

    /** @param laboratories ids, in the order of assignment */
    @Schema(name = "Assignment")
    record Laboratories(List<String> laboratories) {
        List<LaboratoryId> ids() {
            if (laboratories.size() > Dossier.MAX_LABORATORIES) {
                throw Given.invalid("laboratories", "at most " + Dossier.MAX_LABORATORIES);
            }
            if (new LinkedHashSet<>(laboratories).size() < laboratories.size()) {
                throw Given.invalid("laboratories", "each once");
            }
            return laboratories.stream()
                    .map(id -> Given.id(id, LaboratoryId::new, "lab-unknown"))
                    .toList();
        }
    }

    /** @param until last day of validity that is asked for, where the approval is for a longer one */
    @Schema(name = "ApprovalRequest")
    record Approval(
            String type, String justification, @Nullable LocalDate until) {}

    /** @param day the legal day the answer bears */
    @Schema(name = "ApprovalAnswer")
    record ApprovalAnswer(boolean given, LocalDate day, String grounds) {}

    /** @param digest of the proposed answer as it was seen */
    @Schema(name = "ApprovalOfAnswer")
    record AnswerApproval(String digest) {}

    /** @param digest of the proposed answer as it was seen */
    @Schema(name = "RejectionOfAnswer")
    record AnswerRejection(String digest, String grounds) {}

    /**
     * @param to       sponsor or evaluator
     * @param document type of the document it is about
     */
    @Schema(name = "Question")
    record Question(
            String to, @Nullable String document, @Nullable String section, String text, LocalDate due) {
        Role addressee() {
            return Given.one("to", to, Role.values(), Role::code);
        }

        Optional<String> about() {
            return Optional.ofNullable(document).map(id -> Given.text("document", id, 100));
        }

        Optional<String> part() {
            return Optional.ofNullable(section).map(name -> Given.text("section", name, 100));
        }
    }

    @Schema(name = "Answer")
    record Answer(String text) {}

    @Schema(name = "Round")
    record Round(String text, LocalDate due) {}

    /** @param facts what the laboratory declares, by id; what is left out is declared no more */
    @Schema(name = "Plan")
    record Plan(Map<String, Object> facts) {}

    /** Persons and subcontracts shown as evidence; both lists replace what was there. */
    @Schema(name = "Staff")
    record Staff(List<Member> staff, List<Contract> subcontracts) {

        /**
         * @param trainee observes or takes-part; absent for whoever is no trainee
         * @param duty    leads-team for whoever led the team; absent for the others
         */
        @Schema(name = "StaffMember")
        record Member(
                String person,
                String activity,
                LocalDate engagedOn,
                @Nullable Attested attested,
                @Nullable String trainee,
                @Nullable String duty) {}

        @Schema(name = "Attestation")
        record Attested(String reference, LocalDate firstDay, LocalDate lastDay) {}

        /**
         * @param contractedOn first day of the contract in place; absent while there is none
         * @param agreedIn     scoping note in which the client agreed, up to 200 characters; absent while it did not
         */
        @Schema(name = "Subcontract")
        public record Contract(
                String activity,
                String visa,
                @Nullable LocalDate contractedOn,
                @Nullable String agreedIn) {}

        List<Assignment> assignments() {
            if (staff.size() > History.MAX_ITEMS) {
                throw Given.invalid("staff", "at most " + History.MAX_ITEMS);
            }
            return staff.stream()
                    .map(member -> Given.made(
                            "staff",
                            () -> new Assignment(
                                    member.person(),
                                    Given.text("staff.activity", member.activity(), 100),
                                    member.engagedOn(),
                                    Optional.ofNullable(member.attested())
                                            .map(attested -> new Assignment.Attestation(
                                                    Given.text("staff.attested.reference", attested.reference(), 200),
                                                    attested.firstDay(),
                                                    attested.lastDay())),
                                    Optional.ofNullable(member.trainee())
                                            .map(does -> Given.one(
                                                    "staff.trainee", does, Assignment.Trainee.values(), Coded::of)),
                                    Optional.ofNullable(member.duty())
                                            .map(leads -> Given.one(
                                                    "staff.duty", leads, Assignment.Duty.values(), Coded::of)))))
                    .toList();
        }

        List<Subcontract> contracts() {
            if (subcontracts.size() > Dossier.MAX_SUBCONTRACTS) {
                throw Given.invalid("subcontracts", "at most " + Dossier.MAX_SUBCONTRACTS);
            }
            return subcontracts.stream()
                    .map(contract -> new Subcontract(
                            Given.text("subcontracts.activity", contract.activity(), 100),
                            Given.id(contract.visa(), VisaId::new, "visa-unknown"),
                            Optional.ofNullable(contract.contractedOn()),
                            Optional.ofNullable(contract.agreedIn())
                                    .map(note -> Given.text("subcontracts.agreed-in", note, 200))))
                    .toList();
        }
    }
}
