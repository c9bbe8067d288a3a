package org.sceau.registry.web.headers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Settings;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecurityHeadersFilterTest {

    private static Map<String, String> headers(String publicUrl, String written, String resolved) throws Exception {
        Map<String, String> headers = new HashMap<>();
        ClassLoader loader = SecurityHeadersFilterTest.class.getClassLoader();
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> written;
                    case "getServletPath" -> resolved;
                    default -> null;
                });
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                loader, new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("setHeader");
                    headers.put((String) arguments[0], (String) arguments[1]);
                    return null;
                });
        SecurityHeadersFilter filter = new SecurityHeadersFilter();
        filter.settings = new Settings(
                Path.of("data"),
                Settings.Mode.DEMO,
                URI.create(publicUrl),
                Optional.empty(),
                Path.of("schemes"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "node",
                Settings.LOOK_EVERY,
                false);
        filter.languages = Languages.USUAL;
        filter.doFilter(request, response, (asked, answer) -> headers.put("passed on", "yes"));
        assertThat(headers).containsEntry("passed on", "yes").containsKey("Content-Security-Policy");
        return headers;
    }

    @Test
    void a_desk_is_not_kept_whatever_the_client_wrote() throws Exception {
        assertThat(headers("http://127.0.0.1:8080", "/assets/..;x/%64esk/imports", "/desk/imports"))
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void every_answer_of_a_registry_reached_by_https_asks_to_stay_with_it() throws Exception {
        assertThat(headers("https://registre.example", "/", "/"))
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("Strict-Transport-Security", "max-age=31536000");
    }
}
