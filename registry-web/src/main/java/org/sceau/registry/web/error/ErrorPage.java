package org.sceau.registry.web.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.words.Texts;

/**
 * The page of a status, in both languages, the one of the address first. Made of a file and texts alone, so that it can be
 * shown whatever is broken.
 */
public final class ErrorPage {
    /** Statuses with a text of their own; every other one speaks as 400 or 500. */
    static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 429, 431, 500, 501, 503);

    private static final String FRAME = read("error.html");
    private static final String PART = read("error-part.html");

    private ErrorPage() {}

    /** The status as it is shown: itself, or the general one of its class. */
    static int shown(int status) {
        if (KNOWN.contains(status)) {
            return status;
        }
        return status >= 400 && status < 500 ? 400 : 500;
    }

    /**
     * @param status   HTTP status
     * @param links    in the language of the address, which comes first
     * @param brand    short name of the registry's operator
     * @param incident opaque number that is also in the log; empty when nothing was logged
     */
    public static String html(int status, Links links, String brand, String incident) {
        return FRAME.replace("{{lang}}", links.language().code())
                .replace("{{home}}", links.to("/"))
                .replace("{{title}}", escaped(title(status, links.language())))
                .replace("{{parts}}", part("h1", status, links, incident) + other(status, links, incident))
                .replace("{{brand}}", escaped(brand));
    }

    /** The same in the other language, for a reader who cannot tell from the address which to expect. */
    private static String other(int status, Links links, String incident) {
        Languages languages = links.languages();
        return languages
                .other(links.language())
                .map(other -> part("h2", status, new Links(languages, other), incident))
                .orElse("");
    }

    private static String part(String heading, int status, Links links, String incident) {
        Language language = links.language();
        Texts texts = Texts.in(language);
        String number = incident.isEmpty()
                ? ""
                : "<p class=\"small\">" + escaped(texts.say("error.incident", incident)) + "</p>";
        return PART.replace("{{heading}}", heading)
                .replace("{{lang}}", language.code())
                .replace("{{status}}", String.valueOf(status))
                .replace("{{title}}", escaped(title(status, language)))
                .replace("{{text}}", escaped(texts.say("error." + shown(status) + ".text")))
                .replace("{{incident}}", number)
                .replace("{{home}}", links.to("/"))
                .replace("{{home-label}}", escaped(texts.say("error.home")))
                .replace("{{catalogue}}", links.to("/catalogue"))
                .replace("{{catalogue-label}}", escaped(texts.say("error.catalogue")));
    }

    static String title(int status, Language language) {
        return Texts.in(language).say("error." + shown(status));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String read(String name) {
        try (InputStream file = ErrorPage.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the archive lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
