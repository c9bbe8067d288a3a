package org.sceau.registry.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.publishing.PublishedLists.Part;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.web.headers.EntityTags;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/cspn",
                "/cspn/",
                "/cspn/current",
                "/cspn/0.xml",
                "/cspn/01.xml",
                "/cspn/-1.xml",
                "/cspn/99999999999999999999.xml",
                "/CSPN/current.xml",
                "/cspn/../passi/current.xml",
                "/cspn/current.xml.sha2.sha2",
                "/cspn/current.XML",
                "/a--b/current.xml"
            })
    void a_path_that_names_no_file_is_none(String path) {
        assertThat(ListFile.read(path)).isEmpty();
    }

    @Test
    void an_endless_path_is_none() {
        assertThat(ListFile.read("/" + "a".repeat(100_000) + "/current.xml")).isEmpty();
    }

    @Test
    void the_current_issue_may_change_and_a_numbered_one_never_does() {
        ListFile current = ListFile.read("/product-qualification/current.xml").orElseThrow();
        ListFile seventh = ListFile.read("/cspn/7.xml.sha2").orElseThrow();

        assertThat(current)
                .isEqualTo(new ListFile(new FamilyId("product-qualification"), OptionalLong.empty(), Part.XML));
        assertThat(current.isImmutable()).isFalse();
        assertThat(seventh).isEqualTo(new ListFile(new FamilyId("cspn"), OptionalLong.of(7), Part.XML_SHA2));
        assertThat(seventh.isImmutable()).isTrue();
    }

    @Test
    void a_reader_that_holds_the_tag_needs_no_bytes() {
        assertThat(EntityTags.isHeld(null, "\"a\"")).isFalse();
        assertThat(EntityTags.isHeld("\"b\", \"c\"", "\"a\"")).isFalse();
        assertThat(EntityTags.isHeld("a", "\"a\"")).isFalse();
        assertThat(EntityTags.isHeld("\"b\", W/\"a\"", "\"a\"")).isTrue();
        assertThat(EntityTags.isHeld("*", "\"a\"")).isTrue();
    }
}
