package org.sceau.trustlist.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own exclusive canonicalisation of the file must give what the second sink received. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalWriterTest {
    private static final Map<String, String> NAMESPACES = Map.of(
            "", "https://vigie.example/a#",
            "b", "https://vigie.example/b#",
            "c", "https://vigie.example/c#");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream canonical = new ByteArrayOutputStream();
    private final CanonicalWriter xml = CanonicalWriter.document(file, canonical, NAMESPACES);

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "a\u0008", "\u000b", "\u001f", "\ud800x", "x\udc00", "\ud83d", "\ufffe", "\uffff"})
    void what_xml_cannot_carry_is_refused_in_text_and_in_attributes(String hostile) throws IOException {
        xml.open("list");
        assertThatThrownBy(() -> xml.text(hostile))
                .isInstanceOf(UnwritableText.class)
                .hasMessageStartingWith(UnwritableText.CODE);
        assertThatThrownBy(() -> xml.open("item", "name", hostile)).isInstanceOf(UnwritableText.class);
    }

    @Test
    void attributes_out_of_canonical_order_are_refused() {
        assertThatThrownBy(() -> xml.open("list", "b", "1", "a", "2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> xml.open("list", "xml:lang", "fr", "a", "2"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> xml.open("list", "a", "1", "a", "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_prefix_without_namespace_is_refused() {
        assertThatThrownBy(() -> xml.open("unknown:list")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_root_closes_last() throws IOException {
        xml.open("list").open("item");
        assertThatThrownBy(() -> xml.closeRoot(Splice.NOTHING)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "]]> & <![CDATA[ x ]]>",
                "<!-- no comment --> <?pi?> &amp; &#13;",
                "tab\tline\nreturn\rboth\r\n",
                " spaces  kept ",
                "\"double\" 'single'",
                "Œuvre d'Étienne — n° 1",
                "𝔸 \ud83d\ude00 \u0085 \u2028 \u00a0 \ufeff \ufffd",
                "\u007f\u0080\u009f\u07ff\u0800\ud7ff\ue000"
            })
    void hostile_text_is_written_as_canonical_xml_writes_it(String text) throws Exception {
        xml.open("list", "Id", text, "xml:lang", text);
        xml.element("b:item", text, "name", text);
        xml.text(text).closeRoot(Splice.NOTHING);
        assertCanonical();
        assertThat(Canonicaliser.parse(file.toByteArray()).getDocumentElement().getAttribute("Id"))
                .isEqualTo(text);
    }

    @Test
    void each_prefix_is_declared_on_the_root_of_the_file_and_at_first_use_in_the_canonical_form() throws Exception {
        xml.open("list")
                .open("b:outer")
                .open("b:inner")
                .open("c:deep")
                .open("plain")
                .close();
        xml.close().close().close().open("b:again").close().closeRoot(Splice.NOTHING);
        assertCanonical();
        assertThat(file.toString(StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<list xmlns=\"https://vigie.example/a#\"")
                .containsOnlyOnce("xmlns:b=")
                .containsOnlyOnce("xmlns:c=")
                .doesNotContain("/>");
        assertThat(canonical.toString(StandardCharsets.UTF_8))
                .contains("<b:outer xmlns:b=", "<b:inner>\n", "<b:again xmlns:b=");
    }

    @Test
    void what_is_spliced_in_stands_in_the_file_alone() throws Exception {
        xml.open("list").element("item", "1");
        xml.closeRoot(() -> "<b:seal></b:seal>".getBytes(StandardCharsets.UTF_8));
        assertThat(file.toString(StandardCharsets.UTF_8)).endsWith("</item>\n<b:seal></b:seal></list>\n");
        assertThat(canonical.toString(StandardCharsets.UTF_8)).endsWith("</item>\n</list>");
    }

    @RepeatedTest(40)
    void any_tree_is_its_own_canonical_form(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        xml.open("list");
        grow(random, 1);
        xml.closeRoot(Splice.NOTHING);
        assertCanonical();
    }

    private void grow(Random random, int depth) throws IOException {
        String[] names = {"item", "b:item", "c:item", "b:other"};
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            xml.open(names[random.nextInt(names.length)], "a", anyText(random), "xml:lang", anyText(random));
            if (depth < 6 && random.nextBoolean()) {
                grow(random, depth + 1);
            } else {
                // Long enough, now and then, to cross the writer's buffer.
                xml.text(anyText(random).repeat(random.nextInt(8) == 0 ? 3_000 : 1));
            }
            xml.close();
        }
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(12), 0, 0x11000)
                .map(c -> c < 0x10000 ? c : 0x1F600 + (c & 0xFF))
                .filter(CanonicalWriterTest::isXmlCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append(random.nextBoolean() ? "<&>\"\r\n\t" : "")
                .toString();
    }

    private static boolean isXmlCharacter(int c) {
        boolean inFirstPlane = (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE);
        return inFirstPlane || c > 0xFFFF || c == '\t' || c == '\r';
    }

    private void assertCanonical() throws Exception {
        assertThat(new String(Canonicaliser.exclusive(file.toByteArray()), StandardCharsets.UTF_8))
                .isEqualTo(canonical.toString(StandardCharsets.UTF_8));
    }
}
