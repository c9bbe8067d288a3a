package org.sceau.it.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.api.ApiApplication;
import org.sceau.registry.api.access.ForEveryRole;
import org.sceau.registry.api.access.ForOwnAccount;
import org.sceau.registry.domain.party.Role;

/** The methods of the REST interface, as its classes declare them. */
public final class Routes {
    private Routes() {}

    /** Every method, as {@code GET /api/v1/…}, with what implements it. */
    public static Map<String, Method> all() {
        Map<String, Method> routes = new TreeMap<>();
        resources()
                .forEach(type -> Arrays.stream(type.getMethods())
                        .forEach(method -> verbs(method)
                                .forEach(verb ->
                                        routes.merge(verb + " " + address(type, method), method, Routes::onlyOne))));
        return routes;
    }

    private static Method onlyOne(Method one, Method other) {
        throw new IllegalStateException("two methods at one address: " + one + ", " + other);
    }

    /** Whether anybody may call it. */
    static boolean isForAnyone(Method method) {
        return method.isAnnotationPresent(PermitAll.class);
    }

    /** The roles that may call it: one of them is needed to come as far as the door. */
    static Set<Role> roles(Method method) {
        if (method.isAnnotationPresent(ForEveryRole.class) || method.isAnnotationPresent(ForOwnAccount.class)) {
            return Set.of(Role.values());
        }
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        return allowed == null
                ? Set.of()
                : Arrays.stream(allowed.value()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Class<?>> resources() {
        return new ApiApplication().getClasses().stream().filter(type -> type.isAnnotationPresent(Path.class));
    }

    private static List<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .toList();
    }

    private static String address(Class<?> type, Method method) {
        String below = method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "";
        return "/api/" + type.getAnnotation(Path.class).value() + below;
    }
}
