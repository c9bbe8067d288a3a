package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends the form that was done last once more, as a second tab or the way back would: it is refused in words, for its page is of before, and a
 * form that opens something leads to what it opened, and one that says what is saved already changes nothing. Each act once in a process.
 */
public final class Replay {
    private static final Pattern ACT = Pattern.compile("(?:^|&)(?:act|step)=([a-z-]+)");
    private static final Pattern TOKEN = Pattern.compile("(^|&)token=[0-9a-f]{64}");
    /** What makes two sendings one attempt. */
    private static final String ONCE = "once=";

    private static final Set<String> REPLAYED = new HashSet<>();

    private Replay() {}

    public static void of(Window window) {
        window.posted()
                .filter(form -> form.postData() != null && form.postData().contains("token="))
                .filter(form -> REPLAYED.add(name(form)))
                .ifPresent(form -> again(window, form));
    }

    private static String name(Request form) {
        StringBuilder name = new StringBuilder(form.url().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[?].*", ""));
        Matcher act = ACT.matcher(form.postData());
        while (act.find()) {
            name.append(' ').append(act.group(1));
        }
        return name.toString();
    }

    private static void again(Window window, Request form) {
        String token = window.page().locator("form.out [name=token]").inputValue();
        APIResponse answer = window.page()
                .request()
                .post(
                        form.url(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setHeader("Origin", form.headers().getOrDefault("origin", ""))
                                .setMaxRedirects(0)
                                .setData(TOKEN.matcher(form.postData()).replaceFirst("$1token=" + token)));
        if (form.postData().contains(ONCE)) {
            assertThat(answer.status()).as(name(form)).isEqualTo(302);
        }
        if (answer.status() == 302) {
            assertThat(answer.headers().get("location"))
                    .as("what was done already, or is as it was saved, %s", name(form))
                    .matches(".*/application|.*[?]done=saved");
            return;
        }
        assertThat(answer.status()).as(name(form)).isEqualTo(200);
        assertThat(answer.text()).as(name(form)).contains("id=\"refused\"");
    }
}
