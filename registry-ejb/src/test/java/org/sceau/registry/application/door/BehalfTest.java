package org.sceau.registry.application.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;

/** What the door tells the database about whoever comes through it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BehalfTest {
    private static final SchemeId CSPN = new SchemeId("cspn");
    private static final Actor VENDOR = new Actor("h.carde", "Halcyon Cards", Set.of(Role.SPONSOR));
    private static final Actor ADMINISTRATOR = new Actor("admin", "Autorité", Set.of(Role.ADMINISTRATOR));

    @Test
    void whoever_is_not_known_is_nobody() {
        assertThat(Behalf.of(Actor.ANONYMOUS, Permission.READ_DOSSIERS)).isEqualTo(Behalf.NOBODY);
    }

    @Test
    void an_account_that_has_not_proven_all_has_no_matters_yet() {
        Actor half = VENDOR.known(new Proof(Proof.Assurance.HALF, Optional.empty(), Optional.empty()));

        assertThat(Behalf.of(half, Permission.SHOW_FACTOR))
                .isEqualTo(new Behalf(Optional.of("h.carde"), Optional.empty(), SchemeScope.NONE, false));
    }

    @Test
    void a_party_has_its_organisation_and_handles_nothing_of_others() {
        assertThat(Behalf.of(VENDOR, Permission.READ_DOSSIERS))
                .isEqualTo(new Behalf(Optional.of("h.carde"), Optional.of("Halcyon Cards"), SchemeScope.NONE, false));
    }

    @Test
    void a_handler_handles_under_the_schemes_of_the_roles_that_handle() {
        Actor narrow = new Actor(
                "n.arrow",
                "Autorité",
                new RoleBook(Set.of(
                        new RoleGrant(Role.CERTIFIER, Optional.of(CSPN)),
                        new RoleGrant(Role.PUBLISHER, Optional.of(new SchemeId("eucc"))))));

        assertThat(Behalf.of(narrow, Permission.READ_DOSSIERS).handles())
                .isEqualTo(new SchemeScope(false, Set.of(CSPN)));
        assertThat(Behalf.of(ADMINISTRATOR, Permission.READ_COMPLAINTS).handles())
                .isEqualTo(SchemeScope.NONE);
    }

    @Test
    void the_house_sees_everything() {
        assertThat(Behalf.of(Actor.SYSTEM, Permission.DO_SCHEDULED_WORK)).isEqualTo(Behalf.HOUSE);
    }

    @Test
    void an_act_about_everybodys_matters_is_let_past_the_wall_and_reading_them_is_not() {
        assertThat(Behalf.of(ADMINISTRATOR, Permission.ERASE_DOSSIER)).isEqualTo(Behalf.HOUSE);
        assertThat(Behalf.of(ADMINISTRATOR, Permission.READ_DOSSIERS).house()).isFalse();
        assertThat(Behalf.of(Actor.ANONYMOUS, Permission.ACCEPT_INVITATION)).isEqualTo(Behalf.HOUSE);
    }

    @Test
    void where_it_is_for_who_keeps_the_house_others_see_their_own() {
        for (Permission permission : Set.of(Permission.READ_RETENTION, Permission.ASK_ERASURE)) {
            assertThat(Behalf.of(ADMINISTRATOR, permission)).isEqualTo(Behalf.HOUSE);
            assertThat(Behalf.of(VENDOR, permission).house()).isFalse();
        }
        Actor ofOneScheme =
                new Actor("a.udit", "Autorité", new RoleBook(Set.of(new RoleGrant(Role.AUDITOR, Optional.of(CSPN)))));
        assertThat(Behalf.of(ofOneScheme, Permission.READ_RETENTION).house()).isFalse();
    }

    /** A new act is behind the wall until somebody says otherwise here. */
    @Test
    void few_acts_see_beyond() {
        Set<Permission> beyond = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (Behalf.sight(permission) != Behalf.Sight.OWN) {
                beyond.add(permission);
            }
        }
        assertThat(beyond)
                .containsExactlyInAnyOrder(
                        Permission.IMPORT_CATALOGUE,
                        Permission.READ_IMPORTS,
                        Permission.COMPARE_RECORD,
                        // An auditor reads what the entries hide, and the words that others signed.
                        Permission.EXPORT_DOSSIER,
                        Permission.REVIEW_IMPACT,
                        Permission.ERASE_DOSSIER,
                        Permission.ACCEPT_INVITATION,
                        Permission.KEEP_PEOPLE,
                        Permission.READ_PEOPLE,
                        Permission.APPROVE_INVITATION,
                        Permission.READ_RETENTION,
                        Permission.ASK_ERASURE);
    }
}
