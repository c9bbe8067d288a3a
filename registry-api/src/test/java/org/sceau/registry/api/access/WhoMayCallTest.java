package org.sceau.registry.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhoMayCallTest {
    private static final Actor AUDITOR = new Actor("audit", "Autorité de démonstration", Set.of(Role.AUDITOR));

    @RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
    private static class ForReaders {}

    @RolesAllowed("ADMINISTRATOR")
    private static class ForAdministrators {}

    private static Set<String> of(Class<?> example) {
        return WhoMayCall.named(example.getAnnotation(RolesAllowed.class));
    }

    @Test
    void a_method_that_says_nothing_is_for_nobody() {
        assertThat(code(() -> WhoMayCall.check(WhoMayCall.named(null), AUDITOR)))
                .isEqualTo("role-missing");
    }

    @Test
    void somebody_without_account_is_asked_to_sign_in() {
        assertThat(code(() -> WhoMayCall.check(of(ForReaders.class), Actor.ANONYMOUS)))
                .isEqualTo("sign-in-needed");
    }

    @Test
    void an_account_without_the_role_is_refused() {
        assertThat(code(() -> WhoMayCall.check(of(ForAdministrators.class), AUDITOR)))
                .isEqualTo("role-missing");
    }

    @Test
    void one_of_the_roles_is_enough() {
        assertThatCode(() -> WhoMayCall.check(of(ForReaders.class), AUDITOR)).doesNotThrowAnyException();
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).refusal().code();
    }
}
