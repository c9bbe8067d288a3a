package org.sceau.it.browser.journey;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One matter of each scheme becomes a visa in the catalogue by the hands of everybody who has a part in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MouseJourneysIT {
    @Test
    void a_first_level_certificate_comes_out_of_an_application() {
        Journey.tell(new Cspn(), Manner.MOUSE);
    }

    @Test
    void a_european_certificate_of_level_substantial_goes_through_five_desks() {
        Journey.tell(new EuccSubstantial(), Manner.PLAIN);
    }

    @Test
    void a_european_certificate_of_level_high_waits_for_the_approval_of_the_authority() {
        Journey.tell(new EuccHigh(), Manner.MOUSE);
    }

    @Test
    void audits_of_level_high_are_qualified_with_their_people_and_subcontractors() {
        Journey.tell(new PassiHigh(), Manner.MOUSE);
    }

    @Test
    void incident_response_is_qualified_at_the_level_that_was_asked_for() {
        Journey.tell(new Pris(), Manner.MOUSE);
    }

    @Test
    void a_cloud_service_is_qualified_behind_the_gate_of_ownership() {
        Journey.tell(new SecNumCloud(), Manner.MOUSE);
    }
}
