package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.domain.decision.Proposal;

/**
 * What is awaited of the reader in one dossier, in words. While a decision is proposed its stage awaits the second word and nothing else, and
 * of whoever proposed it nothing at all.
 *
 * @param proposal the open one about the dossier, as far as the reader sees it
 */
record Expectations(ReadQueue.Line line, Optional<Proposal> proposal, CaseWords words) {

    List<String> all() {
        return Stream.concat(secondWord().stream(), others()).toList();
    }

    private Optional<String> secondWord() {
        return proposal.filter(known ->
                        !known.proposer().name().equals(words.desk().actor().name()))
                .filter(known -> line.expected().stream().anyMatch(Expectations::isStage))
                .map(known -> words.say(
                        "expected.proposal", words.in(known.content().kind().label())));
    }

    private Stream<String> others() {
        return line.expected().stream()
                .filter(one -> !isStage(one) || proposal.isEmpty())
                .map(this::said);
    }

    private String said(ReadQueue.Expected one) {
        String number = Integer.toString(one.question().orElse(0));
        return switch (one.kind()) {
            case STAGE -> words.stage(line.sight().dossier().stage());
            case ASSIGN -> words.say("expected.assign");
            case ENGAGE -> words.say("expected.engage");
            case PLAN -> words.say("expected.plan");
            case ANSWER -> words.say("expected.answer", number);
            case SETTLE -> words.say("expected.settle", number);
            case APPROVAL -> words.say("expected.approval");
        };
    }

    private static boolean isStage(ReadQueue.Expected one) {
        return one.kind() == ReadQueue.Kind.STAGE;
    }
}
