package org.sceau.it.scenarios;

import java.util.Set;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;

/** The fictional people of the demonstration. */
enum Who {
    VENDOR("halcyon", "Halcyon Cards", Role.SPONSOR),
    OTHER_VENDOR("brume", "Brume Télécom", Role.SPONSOR),
    OXALIS("oxalis", "Laboratoire Oxalis", Role.EVALUATOR),
    ARVOR("guivarch", "Arvor Évaluation", Role.EVALUATOR),
    /** Evaluated at Arvor, and decides since. */
    TURNED("lenoir", "Arvor Évaluation", Role.EVALUATOR, Role.DECIDER),
    CERTIFIER("morvan", "Centre de certification", Role.CERTIFIER),
    REVIEWER("calvet", "Centre de certification", Role.REVIEWER),
    /** May review and may decide. */
    BOTH("jaouen", "Centre de certification", Role.REVIEWER, Role.DECIDER),
    DECIDER("tual", "Centre de certification", Role.DECIDER),
    SECOND("kerleo", "Centre de certification", Role.DECIDER),
    SUPERVISOR("roy", "Autorité de démonstration", Role.NCCA_SUPERVISOR),
    APPROVER("lagarde", "Autorité de démonstration", Role.NCCA_APPROVER),
    SECOND_APPROVER("perrin", "Autorité de démonstration", Role.NCCA_APPROVER),
    ADMINISTRATOR("admin", "Autorité de démonstration", Role.ADMINISTRATOR);

    private final Actor actor;

    Who(String account, String organisation, Role... roles) {
        actor = new Actor(account, organisation, Set.of(roles));
    }

    Actor actor() {
        return actor;
    }

    String account() {
        return actor.name();
    }
}
