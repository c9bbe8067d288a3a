package org.sceau.registry.domain.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.CertificateField;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What a certificate says, line by line, in the order of the scheme (EUCC Annex VII). English where words are chosen from lists.
 *
 * @param lines one for each field of the scheme; one without values is allowed only for fields that stand there if there are any
 */
public record Certificate(List<Line> lines) {
    private static final String ADDRESS = "holder-address";
    private static final String CONTACT = "holder-contact";
    private static final String VAN = "van";

    /** One field and what it says. */
    public record Line(String field, Label label, List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /**
     * Who issues.
     *
     * @param body      name of the certification body
     * @param number    four digits that identifiers name it by
     * @param address   postal address, one line
     * @param contact   where it is reached
     * @param authority name of the responsible national authority
     */
    public record Issuer(String body, String number, String address, String contact, String authority) {}

    public Certificate {
        lines = List.copyOf(lines);
    }

    /** All that is known of each field; empty lines where a scheme lists no field. */
    public static Certificate of(SchemeVersion scheme, VisaFacts facts, Dossier dossier, Issuer issuer) {
        Saying saying = new Saying(scheme, facts, dossier, issuer);
        return new Certificate(rule(scheme).stream()
                .flatMap(publication -> publication.certificateFields().stream())
                .map(field -> new Line(
                        field.id(),
                        field.label(),
                        CertificateField.ofCode(field.id()).map(saying::values).orElse(List.of()).stream()
                                .filter(value -> !value.isBlank())
                                .toList()))
                .toList());
    }

    /** Ids of the fields that must say something and do not (invariant 17). */
    public List<String> missing(SchemeVersion scheme) {
        return rule(scheme).stream()
                .flatMap(publication -> publication.certificateFields().stream())
                .filter(field -> !field.ifAny())
                .map(PublicationRule.Field::id)
                .filter(id -> lines.stream()
                        .noneMatch(line ->
                                line.field().equals(id) && !line.values().isEmpty()))
                .toList();
    }

    private static Optional<PublicationRule> rule(SchemeVersion scheme) {
        return scheme.conduct().map(Conduct::publication);
    }

    /** The values of each field. */
    private record Saying(SchemeVersion scheme, VisaFacts facts, Dossier dossier, Issuer issuer) {

        List<String> values(CertificateField field) {
            return switch (field) {
                case IDENTIFIER -> List.of(facts.reference().text());
                case PRODUCT_NAME, PROFILE_NAME, SERVICE_NAME, CHARACTERISTICS ->
                    List.of(facts.subject().name());
                case PRODUCT_TYPE ->
                    facts.category().map(Claim::printed).stream().toList();
                case PRODUCT_VERSION, PROFILE_VERSION ->
                    facts.subject().versions().stream().toList();
                case PROVIDER -> List.of(facts.holder().name());
                case SERVICES ->
                    scheme.scopes().isEmpty()
                            ? List.of(facts.subject().name())
                            : facts.scopes().stream().sorted().map(this::scope).toList();
                case OIDS ->
                    facts.identifiers().stream()
                            .filter(identifier -> identifier.kind() == Identifier.Kind.OID)
                            .map(Identifier::value)
                            .toList();
                case HOLDER ->
                    declared(ADDRESS).isEmpty() || declared(CONTACT).isEmpty()
                            ? List.of()
                            : Stream.of(
                                            Stream.of(facts.holder().name()),
                                            declared(ADDRESS).stream(),
                                            declared(CONTACT).stream())
                                    .flatMap(part -> part)
                                    .toList();
                // Before it was declared, it stood where products have their category.
                case PROFILE_TYPE ->
                    declared(field.code()).isEmpty()
                            ? facts.category().map(Claim::printed).stream().toList()
                            : declared(field.code());
                case HOLDER_PAGE,
                        STANDARD,
                        ASSURANCE_COMPONENTS,
                        PROTECTION_PROFILES,
                        INCIDENT_CONTACT,
                        LEGAL_BASIS,
                        DEVICES,
                        USE -> declared(field.code());
                case CERTIFICATION_BODY ->
                    List.of(issuer.body() + " (" + issuer.number() + ")", issuer.address(), issuer.contact());
                case LABORATORY -> facts.laboratories();
                case NCCA -> List.of(issuer.authority());
                case REGULATION ->
                    scheme.legalBases().value().stream()
                            .sorted()
                            .map(basis -> basis.label().en())
                            .toList();
                case REPORT_REFERENCE ->
                    Report.newest(scheme, dossier).stream()
                            .map(Saying::reference)
                            .toList();
                case ASSURANCE_LEVEL, LEVEL ->
                    facts.level().map(Claim::printed).stream().toList();
                case NATIONAL_SECURITY ->
                    facts.nationalSecurity().map(flag -> flag ? "yes" : "no").stream()
                            .toList();
                case ISSUE_DATE -> List.of(facts.validity().firstDay().toString());
                case VALIDITY ->
                    facts.validity().lastDay().stream()
                            .map(last -> facts.validity().firstDay() + "/" + last)
                            .toList();
                case CONDITIONS -> facts.conditions().stream().map(Clause::fr).toList();
                case MARK ->
                    Stream.of(
                                    facts.level().map(Claim::printed).stream(),
                                    declared(VAN).stream().map(component -> "AVA_VAN." + component),
                                    Stream.of(facts.reference().text()))
                            .flatMap(part -> part)
                            .toList();
            };
        }

        private static String reference(Deposit report) {
            return report.edition().orElse("sha256:" + report.sha256());
        }

        private String scope(String id) {
            return scheme.scopes().stream()
                    .filter(scope -> scope.id().equals(id))
                    .map(scope -> scope.label().en())
                    .findFirst()
                    .orElse(id);
        }

        /** What the application declares; of a choice, the words. */
        private List<String> declared(String fact) {
            FactValue value = dossier.application().facts().get(fact);
            if (value instanceof FactValue.Whole whole) {
                return List.of(Long.toString(whole.value()));
            }
            if (value instanceof FactValue.Words words) {
                Map<String, Label> options = scheme.conduct()
                        .flatMap(conduct -> conduct.procedure().fact(fact))
                        .map(FactType::options)
                        .orElse(Map.of());
                return words.values().stream()
                        .sorted()
                        .map(word -> Optional.ofNullable(options.get(word))
                                .map(Label::en)
                                .orElse(word))
                        .toList();
            }
            return List.of();
        }
    }

    /** The certification report of a dossier. */
    static final class Report {
        private Report() {}

        /** The newest one; empty when none was deposited. */
        static Optional<Deposit> newest(SchemeVersion scheme, Dossier dossier) {
            return dossier.history().documents().stream()
                    .filter(document -> publishedAs(scheme, document)
                            .filter(DocumentKind.CERTIFICATION_REPORT::equals)
                            .isPresent())
                    .reduce((former, next) -> next);
        }

        static Optional<DocumentKind> publishedAs(SchemeVersion scheme, Deposit document) {
            return scheme.conduct()
                    .flatMap(conduct -> conduct.procedure().document(document.type()))
                    .flatMap(DocumentType::publishedAs);
        }
    }
}
