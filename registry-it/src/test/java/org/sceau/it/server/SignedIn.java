package org.sceau.it.server;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A session at the desks, as a browser keeps it: a cookie, and the word that the page's form carries. */
public record SignedIn(RunningRegistry registry, String cookie) {
    private static final Pattern WORD = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: id=\"[^\"]*\")? value=\"([^\"]*)\"");
    /** Shorter than what the registry takes for fresh, by the time a test needs to use it. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private static final Map<String, Known> BY_NAME = new ConcurrentHashMap<>();

    /** A visitor who opened the sign-in page and did nothing yet. */
    static SignedIn visitor(RunningRegistry registry) {
        return new SignedIn(registry, cookieOf(registry.get("/sign-in"), ""));
    }

    /**
     * A session of a demo account, with its second factor just shown where it has one; the one of before as long as it lasts, since a code
     * is good once.
     */
    public static synchronized SignedIn as(RunningRegistry registry, String username) {
        String key = registry.port() + " " + username;
        Known known = BY_NAME.get(key);
        if (known == null || known.session.get("/desk/").status() != 200) {
            known = new Known(anew(registry, username), registry.now());
        } else if (known.proven.plus(FRESH).isBefore(registry.now())) {
            SignedIn stale = known.session;
            known = new Known(
                    SecondFactor.code(registry, username).map(stale::confirmed).orElse(stale), registry.now());
        }
        BY_NAME.put(key, known);
        return known.session;
    }

    private record Known(SignedIn session, Instant proven) {}

    /** A session of its own. */
    static SignedIn anew(RunningRegistry registry, String username) {
        SignedIn half = as(registry, username, registry.account(username).getString("password"));
        return SecondFactor.code(registry, username).map(half::confirmed).orElse(half);
    }

    /** The same after the code was shown on its page. */
    SignedIn confirmed(String code) {
        Answer answer = confirm(code);
        if (answer.status() != 302) {
            throw new AssertionError("the code is not taken: " + answer.status() + " " + answer.text());
        }
        return new SignedIn(registry, cookieOf(answer, cookie));
    }

    /** Sends the form with the code as its page would. */
    Answer confirm(String code) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(formOf(get("/desk/confirm").text(), "code"));
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.put("code:shown", code);
        fields.put("code:send", "send");
        return registry.send(
                form("/desk/confirm", fields).header("Origin", registry.uri("").toString()));
    }

    private static String formOf(String page, String id) {
        int start = page.indexOf("<form id=\"" + id + "\"");
        if (start < 0) {
            throw new AssertionError("no form " + id + " on " + page);
        }
        return page.substring(start, page.indexOf("</form>", start));
    }

    static SignedIn as(RunningRegistry registry, String username, String password) {
        SignedIn visitor = visitor(registry);
        Answer answer = visitor.attempt(username, password);
        if (answer.status() != 303) {
            throw new AssertionError(username + " is not let in: " + answer);
        }
        return new SignedIn(registry, cookieOf(answer, visitor.cookie()));
    }

    /** Sends the sign-in form as its page would. */
    Answer attempt(String username, String password) {
        return registry.send(
                form("/sign-in", Map.of("username", username, "password", password, "token", word("/sign-in")))
                        .header("Origin", registry.uri("").toString()));
    }

    public Answer get(String path) {
        return registry.send(request(path));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = registry.request(path);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** The word that the form of a page carries. */
    String word(String path) {
        Matcher word = WORD.matcher(get(path).text());
        if (!word.find()) {
            throw new AssertionError("the form of " + path + " carries no word of its own");
        }
        return word.group(1);
    }

    static String cookieOf(Answer answer, String otherwise) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElse(otherwise);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
