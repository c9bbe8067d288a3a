package org.sceau.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.web.address.View;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Rules that every view keeps, whoever writes it. Rules about public pages leave the folder of the desks out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ViewsTest {
    private static final Path ROOT = Path.of("src/main/webapp");
    private static final Set<String> SOURCES =
            Set.of("include", "decorate", "composition", "component", "resource", "graphicImage", "outputScript");
    /** Facelets (public pages use nothing else of Faces) and the core tags for views and events. */
    private static final Set<String> PUBLIC_NAMESPACES =
            Set.of("http://www.w3.org/1999/xhtml", "jakarta.faces.facelets", "jakarta.faces.core");

    private record Tag(Path file, Element element) {
        String attribute(String name) {
            return element.getAttribute(name);
        }

        String where() {
            return file + ": <" + element.getTagName() + ">";
        }
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static List<Tag> tags(boolean publicOnly) throws Exception {
        List<Tag> tags = new ArrayList<>();
        for (Path view : views()) {
            if (!publicOnly || !isDesk(view)) {
                tags.addAll(tagsOf(view));
            }
        }
        return tags;
    }

    private static List<Tag> tagsOf(Path view) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList all = factory.newDocumentBuilder().parse(view.toFile()).getElementsByTagName("*");
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            tags.add(new Tag(view, (Element) all.item(i)));
        }
        return tags;
    }

    private static boolean isDesk(Path view) {
        String path = ROOT.relativize(view).toString();
        return path.contains("desk") || path.contains("casework");
    }

    /** Views or resources that a visitor might choose: named by an expression, or from elsewhere. */
    private static List<String> named(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> SOURCES.contains(tag.element().getLocalName()))
                .filter(tag -> Stream.of("src", "template", "library", "name")
                        .map(tag::attribute)
                        .anyMatch(name -> Stream.of("#{", "${", "//", "..").anyMatch(name::contains)))
                .map(Tag::where)
                .toList();
    }

    @Test
    void includes_and_templates_come_from_literal_names_only() throws Exception {
        assertThat(named(tags(false))).isEmpty();
    }

    @Test
    void the_rule_about_literal_names_would_see_an_expression() throws Exception {
        Path broken = Path.of("src/test/resources/broken-view.xhtml");

        assertThat(named(tagsOf(broken)))
                .containsExactly(
                        broken + ": <ui:composition>",
                        broken + ": <ui:include>",
                        broken + ": <ui:include>",
                        broken + ": <ui:decorate>",
                        broken + ": <h:outputScript>",
                        broken + ": <h:graphicImage>");
        assertThat(tags(false))
                .filteredOn(tag -> !tag.attribute("src").isEmpty()
                        || !tag.attribute("template").isEmpty())
                .hasSizeGreaterThan(10);
    }

    @Test
    void public_pages_have_no_script_and_no_inline_style_or_handler() throws Exception {
        assertThat(tags(true)).allSatisfy(tag -> {
            assertThat(tag.element().getLocalName())
                    .as(tag.where())
                    .isNotIn("script", "style", "iframe", "object", "embed", "base");
            for (int i = 0; i < tag.element().getAttributes().getLength(); i++) {
                String name = tag.element().getAttributes().item(i).getNodeName();
                assertThat(name).as(tag.where()).isNotEqualTo("style").doesNotStartWith("on");
            }
        });
    }

    @Test
    void public_pages_use_plain_html_and_facelets_only() throws Exception {
        assertThat(tags(true))
                .allSatisfy(tag -> assertThat(tag.element().getNamespaceURI())
                        .as(tag.where())
                        .isIn(PUBLIC_NAMESPACES));
    }

    @Test
    void no_text_is_written_unescaped() throws Exception {
        for (Path view : views()) {
            assertThat(Files.readString(view)).as(view.toString()).doesNotContain("escape=\"false\"", "javascript:");
        }
    }

    @Test
    void public_pages_are_stateless_and_speak_the_language_of_their_address() throws Exception {
        String frame = Files.readString(ROOT.resolve("WEB-INF/frame/page.xhtml"));

        assertThat(frame).contains("<f:view transient=\"true\"").contains("lang=\"#{frame.lang()}\"");
        for (View view : View.values()) {
            assertThat(Files.readString(ROOT.resolve(view.file().substring(1))))
                    .contains("template=\"/WEB-INF/frame/page.xhtml\"");
        }
    }

    @Test
    void what_leads_to_another_language_is_drawn_only_where_there_is_one() throws Exception {
        assertThat(tags(false))
                .filteredOn(tag -> tag.element().hasAttribute("hreflang"))
                .hasSize(4)
                .allSatisfy(tag -> assertThat(((Element) tag.element().getParentNode()).getAttribute("rendered"))
                        .as(tag.where())
                        .endsWith(".bilingual()}"));
    }

    @Test
    void every_view_has_an_address_and_every_address_a_view() throws IOException {
        Set<String> files = new TreeSet<>();
        for (View view : View.values()) {
            files.add(view.file());
        }
        try (Stream<Path> found = Files.list(ROOT.resolve("views"))) {
            assertThat(found.filter(Files::isRegularFile).map(file -> "/views/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
    }

    @Test
    void styles_and_marks_leave_room_for_a_page_of_sixty_kilobytes() throws IOException {
        long bytes = 0;
        for (String file : List.of("tokens.css", "base.css", "marks.svg")) {
            bytes += Files.size(ROOT.resolve("assets").resolve(file));
        }

        assertThat(bytes).isLessThanOrEqualTo(36_000);
    }

    @Test
    void every_mark_that_a_page_may_show_is_drawn() throws IOException {
        String marks = Files.readString(ROOT.resolve("assets/marks.svg"));
        Matcher drawn = Pattern.compile("id=\"([a-z-]+)\"").matcher(marks);
        Set<String> names = new TreeSet<>();
        while (drawn.find()) {
            names.add(drawn.group(1));
        }
        for (org.sceau.registry.domain.scheme.vocabulary.VisaStatus status :
                org.sceau.registry.domain.scheme.vocabulary.VisaStatus.values()) {
            assertThat(names).contains("i-" + status.code(), "seal-" + status.code());
        }
        assertThat(names).contains("seal-unknown", "engraving", "brand", "i-tick", "i-bars", "i-x", "i-pen", "i-doc");
        for (Path view : views()) {
            Matcher used = Pattern.compile("marks\\.svg#([a-z-]+)\"").matcher(Files.readString(view));
            while (used.find()) {
                assertThat(names).as(view.toString()).contains(used.group(1));
            }
        }
    }

    @Test
    void style_sheets_call_nothing_from_elsewhere() throws IOException {
        for (String file : List.of("tokens.css", "base.css", "desk.css", "scheme.css", "figures.css")) {
            assertThat(Files.readString(ROOT.resolve("assets").resolve(file)))
                    .doesNotContain("@import", "url(", "http:", "https:");
        }
    }

    @Test
    void the_client_window_stays_closed_and_state_on_the_server() throws IOException {
        String web = Files.readString(ROOT.resolve("WEB-INF/web.xml"));

        assertThat(web).doesNotContain("<param-name>jakarta.faces.CLIENT_WINDOW_MODE");
        assertThat(web).containsPattern("STATE_SAVING_METHOD</param-name><param-value>server");
        assertThat(web).containsPattern("PROJECT_STAGE</param-name><param-value>Production");
    }
}
