package org.sceau.registry.domain.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.dossier.handling.Approving;
import org.sceau.registry.domain.dossier.handling.Engaging;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.dossier.handling.Questioning;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** Every act that a screen could offer somebody in a dossier, sent with content that nothing can be said against. */
final class TriedActs {
    static final Set<String> KINDS = new TreeSet<>(Set.of(
            "ask",
            "answer",
            "settle",
            "deposit",
            "conclude",
            "assign",
            "engage",
            "request",
            "take back",
            "reply",
            "approve",
            "reject",
            "change",
            "staff"));

    private final Story story;
    private final Person person;
    private final List<Tried> all = new ArrayList<>();

    private TriedActs(Story story, Person person) {
        this.story = story;
        this.person = person;
    }

    /** An act, what it is done with, and whether it is among what is offered. */
    record Tried(String kind, String with, Predicate<OpenActs> offeredIn, Function<Handling, Dossier> act) {
        String name() {
            return kind + " " + with;
        }
    }

    static List<Tried> of(Story story, Person person) {
        TriedActs tried = new TriedActs(story, person);
        Procedure procedure = story.look().scheme().conduct().orElseThrow().procedure();
        tried.questions();
        procedure.documents().forEach(tried::document);
        procedure.conclusions().forEach(tried::conclusion);
        procedure.approvals().forEach(tried::approval);
        tried.add(
                "assign",
                "the laboratory that may",
                OpenActs::assigns,
                look -> Filing.assign(
                        look, List.of(Laboratories.arvor("2027-09-30").id()), person));
        tried.add("engage", "yes", OpenActs::engages, look -> Engaging.answer(look, Optional.empty(), person));
        tried.add(
                "engage", "no", OpenActs::engages, look -> Engaging.answer(look, Optional.of("Plan complet."), person));
        tried.add(
                "change",
                "nothing",
                OpenActs::changes,
                look -> Filing.change(look, look.dossier().application(), person));
        tried.add("staff", "nobody", OpenActs::staffs, look -> Filing.staff(look, List.of(), List.of(), person));
        return tried.all;
    }

    static Dossier ask(Handling look, Role to, Person by) {
        return Questioning.ask(
                look,
                to,
                Optional.empty(),
                Optional.empty(),
                "Pourquoi ?",
                look.day().plusDays(10),
                by);
    }

    static Dossier answer(Handling look, int number, Person by) {
        return Questioning.answer(look, number, "Parce que.", by);
    }

    static Dossier settle(Handling look, int number, Person by) {
        return Questioning.settle(look, number, by);
    }

    private void add(String kind, String with, Predicate<OpenActs> offeredIn, Function<Handling, Dossier> act) {
        all.add(new Tried(kind, with, offeredIn, act));
    }

    private void questions() {
        for (Role to : Role.values()) {
            add("ask", to.code(), open -> open.asks().contains(to), look -> ask(look, to, person));
        }
        add("answer", "1", open -> open.answers().contains(1), look -> answer(look, 1, person));
        add("settle", "1", open -> open.settles().contains(1), look -> settle(look, 1, person));
    }

    /** In bytes and an edition of its own: nothing of it passes for another document. */
    private void document(DocumentType type) {
        Deposit like = story.paper(person, type.id(), "fr");
        Deposit deposit = new Deposit(
                UUID.nameUUIDFromBytes(("new " + type.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                like.type(),
                like.title(),
                like.language(),
                Optional.of("another edition"),
                List.of(),
                "b".repeat(64),
                like.size(),
                like.by(),
                like.at());
        add("deposit", type.id(), open -> open.deposits().contains(type), look -> Filing.deposit(look, deposit));
    }

    private void conclusion(ConclusionType type) {
        add(
                "conclude",
                type.id(),
                open -> open.conclusions().contains(type),
                look -> Filing.conclude(look, new Conclusion(type.id(), false, "Motifs.", person, look.at())));
    }

    private void approval(ApprovalType type) {
        add(
                "request",
                type.id(),
                open -> open.requests().contains(type),
                look -> Approving.ask(
                        look,
                        type.id(),
                        "Méthode proposée.",
                        look.scheme()
                                .validity()
                                .longerWith()
                                .filter(type.id()::equals)
                                .map(any -> look.day().plusYears(8)),
                        person));
        add(
                "take back",
                type.id(),
                open -> open.takesBack().contains(type),
                look -> Approving.takeBack(look, type.id(), person));
        add(
                "reply",
                type.id(),
                open -> open.replies().contains(type),
                look -> Approving.answer(
                        look, type.id(), true, look.day(), "Motifs.", person, CanonicalRecord::digest));
        add(
                "approve",
                type.id(),
                open -> open.seconds().contains(type),
                look -> Approving.approve(look, type.id(), seen(look, type), person));
        add(
                "reject",
                type.id(),
                open -> open.seconds().contains(type),
                look -> Approving.reject(look, type.id(), seen(look, type), "Motifs.", person));
    }

    private static String seen(Handling look, ApprovalType type) {
        return look.dossier()
                .history()
                .approval(type.id())
                .flatMap(Approval::proposed)
                .map(Approval.Proposed::digest)
                .orElse("-");
    }
}
