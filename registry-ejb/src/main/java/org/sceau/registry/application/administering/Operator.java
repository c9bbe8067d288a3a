package org.sceau.registry.application.administering;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/**
 * The authority that runs this registry. All of it is configuration; nothing in the product names a real agency.
 *
 * @param name       legal name in both languages
 * @param shortName  at most 40 characters, for headers
 * @param tagline    what the registry calls itself, such as "Registre des visas de sécurité"
 * @param territory  two upper-case letters: SchemeTerritory and C of signer certificates (ETSI TS 119 612 cl. 5.3.10)
 * @param zone       legal days are days of this zone
 * @param address    postal address
 * @param mail       public contact
 * @param securityMail where vulnerabilities are reported
 * @param website    the authority's own site
 * @param publicUrl  where this registry is reached, without a slash at its end
 * @param uriSpace   base of type, status and scheme URIs, ending with a slash
 * @param urnSpace   prefix of visa URNs, such as {@code urn:sceau:demo:visa:}
 * @param languages  languages of the public pages and desks
 * @param demo       whether everything shown is fictional and signed with a demonstration key
 */
public record Operator(
        Label name,
        Label shortName,
        Label tagline,
        String territory,
        ZoneId zone,
        Address address,
        String mail,
        String securityMail,
        URI website,
        URI publicUrl,
        URI uriSpace,
        String urnSpace,
        Label legalNotice,
        List<String> themeStyles,
        Languages languages,
        boolean demo) {

    /** A postal address; country is a two-letter code. */
    public record Address(String street, String locality, String postalCode, String country) {}
}
