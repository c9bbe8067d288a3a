package org.sceau.registry.infrastructure.catalogues;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:///C:/Users/User/contact.odt",
                "file:///C:/Users/User/odt/https:www.vigie-ponant.example/file:/https:other.example",
                "file:///C:/odt/https:user@vigie-ponant.example",
                "javascript:alert(1)",
                "data:text/html,hello",
                "ftp://vigie-ponant.example/a.pdf",
                "//vigie-ponant.example/a.pdf",
                "https://user@vigie-ponant.example/",
                "https://localhost/a.pdf",
                "https://registry.local/",
                "https:///a.pdf",
                "https://vigie-ponant.example/%zz",
                "www.vigie-ponant.example"
            })
    void a_link_that_nobody_should_follow_is_not_kept(String printed) {
        assertThat(Links.read(printed).address()).isEmpty();
    }

    @Test
    void an_address_beyond_2000_characters_is_not_kept() {
        assertThat(Links.read("https://vigie-ponant.example/" + "a".repeat(2000))
                        .address())
                .isEmpty();
        assertThat(Links.read("file:///" + "a/".repeat(500_000) + "https:vigie-ponant.example")
                        .address())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "file:///C:/Users/User/output/odt/https:www.vigie-ponant.example, https://www.vigie-ponant.example",
        "file:///C:/odt/https:/vigie-ponant.example/contact, https://vigie-ponant.example/contact",
        "https://vigie-ponant.example/2025 12 np.pdf, https://vigie-ponant.example/2025%2012%20np.pdf",
    })
    void a_broken_address_is_repaired_where_there_is_one_reading(String printed, String repaired) {
        Links.Link link = Links.read(printed);

        assertThat(link.address()).hasToString("Optional[" + repaired + "]");
        assertThat(link.repaired()).isTrue();
    }

    @Test
    void the_case_of_a_path_is_kept_and_spaces_around_do_not_count() {
        Links.Link link = Links.read(" HTTPS://vigie-ponant.example/A-certificat.pdf ");

        assertThat(link.address()).hasToString("Optional[https://vigie-ponant.example/A-certificat.pdf]");
        assertThat(link.repaired()).isFalse();
    }
}
