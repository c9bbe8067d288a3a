package org.sceau.registry.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.api.ApiApplication;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.party.Role;

/** A method names the roles of one permission, all and no other: else somebody would be let in only to be refused, or never let in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesOfMethodsTest {

    @Test
    void every_method_names_the_roles_of_a_permission_of_the_door() {
        Set<Set<String>> permissions = Arrays.stream(Permission.values())
                .map(permission -> permission.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
        Stream<Method> methods = new ApiApplication()
                .getClasses().stream()
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(method -> method.isAnnotationPresent(RolesAllowed.class)
                                || method.isAnnotationPresent(ForEveryRole.class));
        assertThat(methods)
                .hasSizeGreaterThan(25)
                .allSatisfy(method -> assertThat(permissions).as("%s", method).contains(roles(method)));
    }

    private static Set<String> roles(Method method) {
        return method.isAnnotationPresent(ForEveryRole.class)
                ? Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet())
                : WhoMayCall.named(method.getAnnotation(RolesAllowed.class));
    }
}
