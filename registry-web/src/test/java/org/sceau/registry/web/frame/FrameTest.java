package org.sceau.registry.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.web.address.Addresses;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameTest {

    private static Frame at(String path, Language... inOrder) {
        Languages languages = Languages.of(inOrder);
        Frame frame = new Frame();
        frame.languages = languages;
        frame.operator = operator(languages);
        frame.request = (HttpServletRequest) Proxy.newProxyInstance(
                FrameTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getAttribute") ? Addresses.read(path, languages) : null);
        return frame;
    }

    private static Operator operator(Languages languages) {
        return new Operator(
                Label.same("Autorité"),
                Label.same("Sceau"),
                Label.same("Registre"),
                "ZZ",
                ZoneId.of("Europe/Paris"),
                new Operator.Address("1 rue", "Ville", "00000", "ZZ"),
                "a@b.example",
                "a@b.example",
                URI.create("https://b.example/"),
                URI.create("https://registre.example"),
                URI.create("https://registre.example/uri/"),
                "urn:x:",
                Label.same("x"),
                List.of(),
                CertificationBody.FICTIONAL,
                new org.sceau.registry.domain.calendar.WorkingDays(
                        org.sceau.registry.domain.calendar.Holidays.french(), java.util.Set.of()),
                languages,
                true);
    }

    @Test
    void the_moment_of_a_page_is_one_that_html_can_read() {
        Frame frame = at("/catalogue", Language.ENGLISH);
        Instant moment = Instant.parse("2026-11-20T15:40:07.987913282Z");
        frame.calendar = new LegalCalendar(Clock.fixed(moment, ZoneOffset.UTC), ZoneId.of("Europe/Paris"));

        assertThat(frame.updatedAt()).isEqualTo("2026-11-20T15:40:07Z");
    }

    @Test
    void a_registry_of_one_language_has_nothing_to_switch_to() {
        Frame frame = at("/catalogue", Language.ENGLISH);
        frame.keepQuery("?q=zephyr");

        assertThat(frame.bilingual()).isFalse();
        assertThat(frame.otherLang() + frame.otherAddress() + frame.alternate()).isEmpty();
        assertThat(frame.lang()).isEqualTo("en");
        assertThat(frame.canonical()).isEqualTo("https://registre.example/catalogue");
        assertThat(frame.to("/about")).isEqualTo("/about");
    }

    @Test
    void the_switch_leads_to_the_same_page_in_the_other_language_and_keeps_the_question() {
        Frame frame = at("/fr/catalogue", Language.ENGLISH, Language.FRENCH);
        frame.keepQuery("?q=zephyr");

        assertThat(frame.lang()).isEqualTo("fr");
        assertThat(frame.otherLang()).isEqualTo("en");
        assertThat(frame.otherAddress()).isEqualTo("/catalogue?q=zephyr");
        assertThat(frame.alternate()).isEqualTo("https://registre.example/catalogue");
        assertThat(frame.canonical()).isEqualTo("https://registre.example/fr/catalogue");
        assertThat(frame.permanent()).isEqualTo("https://registre.example/catalogue");
        assertThat(at("/catalogue", Language.ENGLISH, Language.FRENCH).otherAddress())
                .isEqualTo("/fr/catalogue");
    }
}
