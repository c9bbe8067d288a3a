package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.api.ApiApplication;

/** The served description says what the resources do: every route and no other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterfaceDescriptionIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** Changes that depend on no version, and why. */
    private static final Map<String, String> OF_NO_VERSION = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /api/v1/organisations/{id}/invitations", "makes something of its own"),
            Map.entry("POST /api/v1/accounts/{name}/recovery", "makes an invitation"),
            Map.entry("PUT /api/v1/factors/{id}/confirmation", "by a code that is good once"),
            Map.entry("DELETE /api/v1/factors/{id}", "taken away is taken away"),
            Map.entry("PUT /api/v1/factors/recovery-codes", "replaces all of them"),
            Map.entry("PUT /api/v1/notifications/preference", "says all of it anew, of the own account"),
            Map.entry("PUT /api/v1/step-up", "by a code that is good once"),
            Map.entry("DELETE /api/v1/sessions", "over is over"),
            Map.entry("DELETE /api/v1/sessions/{id}", "over is over"),
            Map.entry("DELETE /api/v1/tokens/{id}", "whatever it did so far, it ends"),
            Map.entry("POST /api/v1/accounts/{name}/closing", "closed is closed, whatever else changed"),
            Map.entry("POST /api/v1/accounts/{name}/opening", "open is open, whatever else changed"),
            Map.entry("DELETE /api/v1/imports/{id}", "whatever it has done so far, it stops"),
            Map.entry("POST /api/v1/decisions/{id}/approval", "names the digest of what was seen"),
            Map.entry("POST /api/v1/decisions/{id}/rejection", "names the digest of what was seen"),
            Map.entry("POST /api/v1/scheme-revisions/{sha256}/approval", "its address is the digest"),
            Map.entry("POST /api/v1/scheme-revisions/{sha256}/rejection", "its address is the digest"),
            Map.entry("POST /api/v1/dossiers/{id}/erasure", "asks; the approval names the version"),
            Map.entry("POST /api/v1/vulnerabilities/{id}/compartments/{name}/handlers", "handlers are a set"),
            Map.entry(
                    "DELETE /api/v1/vulnerabilities/{id}/compartments/{name}/handlers/{account}",
                    "handlers are a set")));

    private final RunningRegistry registry = RunningRegistry.shared();

    @Test
    void every_route_is_described_and_every_description_has_its_route() {
        Set<String> described = new TreeSet<>();
        description()
                .getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).isEqualTo(routes()).hasSizeGreaterThan(30);
    }

    @Test
    void whatever_is_referred_to_is_described() {
        JsonObject description = description();

        assertThat(references(description))
                .contains("#/components/parameters/If-Match", "#/components/parameters/Idempotency-Key")
                .allSatisfy(reference -> assertThat(reference).startsWith("#/"))
                .allSatisfy(reference -> assertThat(
                                Json.createPointer(reference.substring(1)).containsValue(description))
                        .as(reference)
                        .isTrue());
    }

    @Test
    void each_creation_takes_a_key_against_repetition() {
        List<String> without = new ArrayList<>();
        description().getJsonObject("paths").forEach((path, methods) -> {
            JsonObject post = methods.asJsonObject().getJsonObject("post");
            if (post != null && !references(post).contains("#/components/parameters/Idempotency-Key")) {
                without.add(path);
            }
        });

        assertThat(without).isEmpty();
    }

    /** Scenario S11: nobody edits the level of a visa, or anything else of it. */
    @Test
    void a_visa_is_read_alone_and_what_changes_it_is_a_decision() {
        Map<String, JsonObject> visas = new TreeMap<>();
        description().getJsonObject("paths").forEach((path, methods) -> {
            if (path.startsWith("/api/v1/visas")) {
                visas.put(path, methods.asJsonObject());
            }
        });

        assertThat(visas).containsKeys("/api/v1/visas", "/api/v1/visas/{slug}");
        assertThat(visas)
                .allSatisfy((path, methods) -> assertThat(methods.keySet())
                        .as(path)
                        .contains("get")
                        .doesNotContain("post", "put", "delete", "patch"));
    }

    @Test
    void each_change_of_what_is_there_names_the_version_that_was_seen() {
        Set<String> without = new TreeSet<>();
        changes().forEach((route, operation) -> {
            if (!namesVersion(operation)) {
                without.add(route);
            }
        });

        assertThat(without).isEqualTo(OF_NO_VERSION.keySet());
    }

    /** The description alone proves nothing: each of these routes is asked without a version, by somebody who may. */
    @Test
    void a_change_that_names_no_version_is_refused_wherever_one_is_described() {
        Set<String> otherwise = new TreeSet<>();
        changes().forEach((route, operation) -> {
            if (namesVersion(operation) && !refusesWithoutVersion(route)) {
                otherwise.add(route);
            }
        });

        assertThat(otherwise).isEmpty();
    }

    private boolean refusesWithoutVersion(String route) {
        String[] parts = route.split(" ", 2);
        String address = parts[1].replaceAll("\\{[^}]*}", "1");
        return registry.accounts().stream()
                .map(account -> registry.as(account.getString("username"), address)
                        .method(parts[0], BodyPublishers.noBody())
                        .header("Content-Type", "application/json"))
                .map(registry::send)
                .anyMatch(answer -> answer.status() == 428
                        && answer.json().getString("code").equals("if-match-missing"));
    }

    /** Routes that change what is there already, with their descriptions. */
    private Map<String, JsonObject> changes() {
        Map<String, JsonObject> changes = new TreeMap<>();
        description()
                .getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject().forEach((verb, operation) -> {
                    if (Set.of("put", "delete", "patch").contains(verb) || verb.equals("post") && path.contains("{")) {
                        changes.put(verb.toUpperCase(Locale.ROOT) + " " + path, operation.asJsonObject());
                    }
                }));
        return changes;
    }

    private static boolean namesVersion(JsonObject operation) {
        return references(operation).contains("#/components/parameters/If-Match")
                || operation.containsKey("parameters")
                        && operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                                .anyMatch(parameter -> "If-Match".equals(parameter.getString("name", "")));
    }

    private JsonObject description() {
        return registry.send(registry.request("/openapi").header("Accept", "application/json"))
                .json();
    }

    private static Set<String> references(JsonValue value) {
        Set<String> found = new TreeSet<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.equals("$ref")) {
                    found.add(((JsonString) member).getString());
                }
                found.addAll(references(member));
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(item -> found.addAll(references(item)));
        }
        return found;
    }

    @Test
    void every_resource_is_registered() {
        assertThat(new ClassFileImporter()
                        .importPackages("org.sceau.registry.api").stream()
                                .filter(type -> type.isAnnotatedWith(Path.class))
                                .filter(type -> !type.getPackageName().contains("planted"))
                                .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(
                        resources().map(Class::getName).toList());
    }

    private static Stream<Class<?>> resources() {
        return new ApiApplication().getClasses().stream().filter(type -> type.isAnnotationPresent(Path.class));
    }

    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        resources().forEach(type -> {
            for (Method method : type.getMethods()) {
                verbs(method).forEach(verb -> routes.add(verb + " " + address(type, method)));
            }
        });
        return routes;
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
