package org.sceau.it.scenarios;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.it.house.House;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Description;

/** What the fictional people ask for, and the titles of their laboratories. */
final class Cases {
    static final SchemeVersionId EUCC = SchemeVersionId.of("eucc", "2025-12-29");
    static final SchemeVersionId CSPN = SchemeVersionId.of("cspn", "1.1");
    static final SchemeVersionId PASSI = SchemeVersionId.of("passi", "2.2");
    static final SchemeVersionId PRIS = SchemeVersionId.of("pris", "3.0");
    static final SchemeVersionId SECNUMCLOUD = SchemeVersionId.of("secnumcloud", "3.2");
    static final SchemeVersionId TIME_STAMPING = SchemeVersionId.of("timestamping", "910-2014");
    static final SchemeVersionId NATIONAL_CC = SchemeVersionId.of("cc-fr", "2002-535");
    static final String ARVOR = "Arvor Évaluation";
    static final String OXALIS = "Laboratoire Oxalis";

    static final Description CLOCK_GLITCH = new Description(
            "Dérive de l’horloge",
            "La puce accepte une horloge hors de ses bornes.",
            Optional.of("La clé n’est plus protégée."),
            Optional.of("Les produits composés sont touchés."),
            Optional.empty());

    private static final String LOCKS = "IDENTIFICATION_AUTHENTICATION_ACCESS_CONTROL";
    private static final Set<String> CATEGORIES = Set.of("SMART_CARDS", "SOFTWARE", "NETWORK");

    private Cases() {}

    /** Arvor, as in the demonstration: AVA_VAN.5, smart cards and boxes. */
    static List<Title> arvor() {
        return products(OptionalInt.of(5), Set.of("smartcards", "hw-security-boxes"));
    }

    /** Oxalis, as in the demonstration: AVA_VAN.3, no technical domain. */
    static List<Title> oxalis() {
        return products(OptionalInt.of(3), Set.of());
    }

    private static List<Title> products(OptionalInt van, Set<String> domains) {
        Coverage categories = new Coverage(OptionalInt.empty(), Set.of(), Set.of(), CATEGORIES, Set.of(), Set.of());
        Coverage all = new Coverage(van, domains, Set.of(), CATEGORIES, Set.of(), Set.of());
        LocalDate from = LocalDate.parse("2024-06-01");
        LocalDate until = LocalDate.parse("2028-12-31");
        return List.of(
                title(Competence.Title.ACCREDITATION, "A-5", Set.of("eucc", "cspn"), from, until, categories),
                title(Competence.Title.AUTHORISATION, "H-5", Set.of("eucc"), from, until, all),
                title(Competence.Title.LICENCE, "L-5", Set.of("cspn"), from, until, categories));
    }

    /** Accreditation and licence for a family of services, for all of its activities and levels that are named. */
    static List<Title> services(
            String scheme, Set<String> scopes, Set<String> levels, LocalDate from, LocalDate until) {
        Coverage coverage = new Coverage(OptionalInt.empty(), Set.of(), Set.of(), CATEGORIES, scopes, levels)
                .serving(Set.of(Coverage.Purpose.NATIONAL_SECURITY));
        return List.of(
                title(
                        Competence.Title.ACCREDITATION,
                        "A-" + scheme + "-" + from,
                        Set.of(scheme),
                        from,
                        until,
                        coverage),
                title(Competence.Title.LICENCE, "L-" + scheme + "-" + from, Set.of(scheme), from, until, coverage));
    }

    /** An accreditation for EUCC in one category. */
    static Title accreditation(String category, LocalDate from, LocalDate until) {
        return title(
                Competence.Title.ACCREDITATION,
                "A-" + category + "-" + from,
                Set.of("eucc"),
                from,
                until,
                in(category));
    }

    /** Accreditation and licence to evaluate locks at first level. */
    static List<Title> locks(LocalDate from, LocalDate until) {
        Set<String> cspn = Set.of("cspn");
        return List.of(
                title(Competence.Title.ACCREDITATION, "A-lock-" + from, cspn, from, until, in(LOCKS)),
                title(Competence.Title.LICENCE, "L-lock-" + from, cspn, from, until, in(LOCKS)));
    }

    private static Coverage in(String category) {
        return new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(category), Set.of(), Set.of());
    }

    private static Title title(
            Competence.Title kind,
            String reference,
            Set<String> schemes,
            LocalDate from,
            LocalDate until,
            Coverage coverage) {
        return new Title(
                kind,
                reference,
                "Comité fictif",
                schemes.stream().map(SchemeId::new).collect(Collectors.toSet()),
                from,
                until,
                coverage,
                List.of());
    }

    /** A product for EUCC; software when it claims no technical domain. */
    static Application product(String name, String versions, int van, Optional<String> domain) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("van", new FactValue.Whole(van));
        facts.put("standard", FactValue.Words.of("cc-2022"));
        facts.put("assurance-components", new FactValue.Words(Set.of("EAL4", "AVA_VAN." + van)));
        facts.put("holder-page", FactValue.Words.of("https://halcyon.example/security"));
        facts.put("holder-address", FactValue.Words.of("2 rue du Port, 29000 Exempleville, ZZ"));
        facts.put("holder-contact", FactValue.Words.of("securite@halcyon.example"));
        domain.ifPresent(id -> facts.put("technical-domain", FactValue.Words.of(id)));
        return application(
                new Subject(SubjectKind.PRODUCT, name, Optional.of(versions)),
                Optional.empty(),
                Set.of(),
                Optional.of(domain.isPresent() ? "SMART_CARDS" : "SOFTWARE"),
                facts,
                Set.of());
    }

    /** A composite product: what it rests on is certified already. */
    static Application composite(Application product, VisaId base) {
        return new Application(
                product.subject(),
                product.level(),
                product.scopes(),
                product.category(),
                product.nationalSecurity(),
                product.facts(),
                Set.of(base),
                product.listed());
    }

    /** The same product in another category. */
    static Application inCategory(String category, Application product) {
        return new Application(
                product.subject(),
                product.level(),
                product.scopes(),
                Optional.of(category),
                product.nationalSecurity(),
                product.facts(),
                product.bases(),
                product.listed());
    }

    /** Rows of routers certified under the European scheme, to be imported, with these numbers. */
    static String routers(int first, int count, LocalDate from) {
        StringBuilder csv = new StringBuilder(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n");
        for (int number = first; number < first + count; number++) {
            csv.append(
                    "common-criteria,eucc,2025-12-29,EUCC-3090-%d-%d,Brume Télécom,Routeur %d,1.0,SUBSTANTIAL,NETWORK,%s,%s,in-force,yes\n"
                            .formatted(from.getYear(), number, number, from, from.plusYears(5)));
        }
        return csv.toString();
    }

    /** A product for the first level certification. */
    static Application lock(boolean excluded) {
        return application(
                new Subject(SubjectKind.PRODUCT, "Serrure Libre", Optional.of("2.1")),
                Optional.empty(),
                Set.of(),
                Optional.of(LOCKS),
                Map.of(
                        "cryptography", new FactValue.Flag(false),
                        "recognised-certificate", new FactValue.Flag(false),
                        "bsz-excluded", new FactValue.Flag(excluded)),
                Set.of());
    }

    /** What its laboratory plans, in person-days. */
    static Map<String, FactValue> planned(int days) {
        return Map.of("planned-days", new FactValue.Whole(days));
    }

    /** A product for the national Common Criteria scheme. */
    static Application firewall() {
        return application(
                new Subject(SubjectKind.PRODUCT, "Pare-feu Brume", Optional.of("3.0")),
                Optional.of("EAL4"),
                Set.of(),
                Optional.of("NETWORK"),
                Map.of(
                        "standard",
                        FactValue.Words.of("cc-3.1-r5"),
                        "assurance-components",
                        new FactValue.Words(Set.of("EAL4", "ALC_FLR.3"))),
                Set.of());
    }

    /** A service that stamps time. */
    static Application timeStamps(String name) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("service-name", FactValue.Words.of(name));
        facts.put("conformity-body", FactValue.Words.of(ARVOR));
        facts.put("region", FactValue.Words.of("FR-IDF"));
        return application(
                new Subject(SubjectKind.SERVICE, name, Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                facts,
                Set.of());
    }

    /** A provider of audit or of incident response. */
    static Application provider(String name, Optional<String> level, Set<String> scopes) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("legal-person", new FactValue.Flag(true));
        facts.put("eu-law", new FactValue.Flag(true));
        facts.put("region", FactValue.Words.of("FR-BRE"));
        facts.put("incident-contact", FactValue.Words.of("https://provider.example/incident"));
        return application(
                new Subject(SubjectKind.SERVICE, name, Optional.empty()),
                level,
                scopes,
                Optional.empty(),
                facts,
                Set.of());
    }

    /** The same, for needs of national security. */
    static Application forNationalSecurity(Application asked) {
        return new Application(
                asked.subject(),
                asked.level(),
                asked.scopes(),
                asked.category(),
                true,
                asked.facts(),
                asked.bases(),
                asked.listed());
    }

    /** The same without what only incident response asks for. */
    static Application auditor(String name, String level, Set<String> scopes) {
        Application provider = provider(name, Optional.of(level), scopes);
        Map<String, FactValue> facts = new TreeMap<>(provider.facts());
        facts.remove("incident-contact");
        return application(provider.subject(), provider.level(), scopes, Optional.empty(), facts, Set.of());
    }

    /** A cloud service whose provider has these holdings outside the Union, in hundredths of a percent. */
    static Application cloud(String name, String scope, List<Integer> holdings, Set<VisaId> bases) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("legal-person", new FactValue.Flag(true));
        facts.put("eu-law", new FactValue.Flag(true));
        facts.put("region", FactValue.Words.of("FR-PDL"));
        facts.put("service-name", FactValue.Words.of(name));
        facts.put("eu-seat", new FactValue.Flag(true));
        facts.put("non-eu-capital", new FactValue.Shares(holdings));
        facts.put("non-eu-votes", new FactValue.Shares(List.of()));
        facts.put("non-eu-control", new FactValue.Flag(false));
        facts.put("non-eu-supplier-access", new FactValue.Flag(false));
        facts.put("operating-autonomy", FactValue.Words.of("own-skills"));
        facts.put("eu-data-location", new FactValue.Flag(true));
        facts.put("termination-without-penalty", new FactValue.Flag(true));
        facts.put("erasure-notice-days", new FactValue.Whole(21));
        return application(
                new Subject(SubjectKind.SERVICE, name, Optional.empty()),
                Optional.empty(),
                Set.of(scope),
                Optional.empty(),
                facts,
                bases);
    }

    private static Application application(
            Subject subject,
            Optional<String> level,
            Set<String> scopes,
            Optional<String> category,
            Map<String, FactValue> facts,
            Set<VisaId> bases) {
        return new Application(subject, level, scopes, category, false, facts, bases, true);
    }

    static Registry.Opening initial(SchemeVersionId scheme, Application application) {
        return new Registry.Opening(scheme, DossierKind.INITIAL, Optional.empty(), Optional.empty(), application);
    }

    static Registry.Opening initial(SchemeVersionId scheme, String holder, Application application) {
        return new Registry.Opening(scheme, DossierKind.INITIAL, Optional.empty(), Optional.of(holder), application);
    }

    static Registry.Opening followUp(SchemeVersionId scheme, DossierKind kind, String visa, Application application) {
        return new Registry.Opening(scheme, kind, Optional.of(visa), Optional.empty(), application);
    }

    /** The sections that a document of this type declares: all there are, of a certification report. */
    static List<String> sections(String type, SchemeVersionId scheme) {
        return type.equals("CERTIFICATION_REPORT")
                ? House.SCHEMES
                        .version(scheme)
                        .orElseThrow()
                        .conduct()
                        .orElseThrow()
                        .publication()
                        .reportSections()
                        .stream()
                        .map(PublicationRule.Field::id)
                        .toList()
                : List.of();
    }

    /** The SHA-256 of a document's bytes. */
    static String bytes(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the applicant of a service sends in. */
    static String[] servicePapers(String... more) {
        return Stream.concat(
                        Stream.of(
                                "APPLICATION",
                                "COMMITMENTS",
                                "LEGAL_REGISTRATION",
                                "ORGANISATION_DESCRIPTION",
                                "SECURITY_POLICY",
                                "AGREEMENT_TEMPLATE"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
