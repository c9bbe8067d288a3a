package org.sceau.it.server;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A session at the desks, as a browser keeps it: a cookie, and the word that the page's form carries. */
public record SignedIn(RunningRegistry registry, String cookie) {
    private static final Pattern WORD = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    /** A visitor who opened the sign-in page and did nothing yet. */
    static SignedIn visitor(RunningRegistry registry) {
        return new SignedIn(registry, cookieOf(registry.get("/sign-in"), ""));
    }

    public static SignedIn as(RunningRegistry registry, String username) {
        return as(registry, username, registry.account(username).getString("password"));
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

    Answer get(String path) {
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
