package org.sceau.registry.application.administering;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.task.Warnings;

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
 * @param certificationBody the body that certifies here, as identifiers name it
 * @param workingDays the days that terms in working days count, and on which terms of EU law end
 * @param warnings   how far ahead people are warned of ends and deadlines
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
        CertificationBody certificationBody,
        WorkingDays workingDays,
        Languages languages,
        Warnings warnings,
        boolean demo) {

    /** One that warns as is usual. */
    public Operator(
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
            CertificationBody certificationBody,
            WorkingDays workingDays,
            Languages languages,
            boolean demo) {
        this(
                name,
                shortName,
                tagline,
                territory,
                zone,
                address,
                mail,
                securityMail,
                website,
                publicUrl,
                uriSpace,
                urnSpace,
                legalNotice,
                themeStyles,
                certificationBody,
                workingDays,
                languages,
                Warnings.USUAL,
                demo);
    }

    /** A postal address; country is a two-letter code. */
    public record Address(String street, String locality, String postalCode, String country) {}
}
