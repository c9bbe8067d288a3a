package org.sceau.registry.domain.scheme.vocabulary;

/**
 * How whoever was turned down may contest it, and until when: told beside every refusal that the law wants it told with (CPCE Art. 54-11
 * and 54-12).
 *
 * @param text     remedies and their time limits
 * @param source   where the text comes from, which is seldom the clause that wants it told
 * @param verified false when that source was not read
 */
public record LegalRemedy(Label text, String source, boolean verified) {

    public LegalRemedy {
        Sourced.requireSource(source);
    }

    /** Both languages, French first: a notice is given once to all. */
    public String inBoth() {
        return text.fr() + "\n\n" + text.en();
    }
}
