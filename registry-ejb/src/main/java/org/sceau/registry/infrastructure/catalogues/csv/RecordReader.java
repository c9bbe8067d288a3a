package org.sceau.registry.infrastructure.catalogues.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.SchemeTerms;

/**
 * Understands the records of one file.
 *
 * <p>Refuses a record with {@code cell-count}, {@code value-missing}, {@code unknown-family}, {@code unknown-scheme},
 * {@code scheme-of-another-family}, {@code reference-format}, {@code year-format}, {@code year-differs},
 * {@code siren-format}, {@code date-format}, {@code dates-reversed}, {@code yes-no}, {@code unknown-scope},
 * {@code marking-not-allowed}, {@code not-of-scheme}, {@code url-format}, {@code identifier-format},
 * {@code unknown-recommendation}, {@code text-too-long}, {@code control-character}, {@code formula}, and with the codes of
 * {@link RecordStatuses}. Notices {@code unknown-level}, {@code unknown-category}, {@code level-missing},
 * {@code unknown-reference}, {@code decision-year-from-start}, {@code end-date-missing} and
 * {@code validity-beyond-scheme}.
 *
 * <p>{@code source_url} is checked like every address and belongs to the file: it is no fact of the visa.
 */
final class RecordReader {
    private static final int LONGEST_ORGANISATION = 300;
    private static final int LONGEST_TERM = 200;
    private static final Map<Identifier.Kind, Pattern> IDENTIFIERS = new EnumMap<>(Map.of(
            Identifier.Kind.OID, Pattern.compile("[0-2](\\.\\d{1,40}){1,60}"),
            Identifier.Kind.CPE, Pattern.compile("cpe:(2\\.3:|/)\\S+"),
            Identifier.Kind.PURL, Pattern.compile("pkg:[A-Za-z][A-Za-z0-9.+-]*/\\S+")));

    private final Schemes schemes;
    private final SchemeTerms terms;
    private final Edition edition;
    private final CsvHeader header;

    RecordReader(Schemes schemes, Edition edition, CsvHeader header) {
        this.schemes = schemes;
        this.terms = new SchemeTerms(schemes);
        this.edition = edition;
        this.header = header;
    }

    ReadRow read(long number, CsvRecords.CsvRecord record) {
        String locator = "l. " + record.line();
        Findings findings = new Findings();
        if (record.cells().size() != header.width()) {
            findings.problem("cell-count", Findings.ROW, record.cells().size() + " of " + header.width());
            return findings.refused(number, locator);
        }
        Optional<VisaFacts> facts = understand(new RecordCells(header, record, findings));
        return facts.isPresent() && !findings.hasProblems()
                ? ReadRow.understood(number, locator, facts.get(), findings.notices())
                : findings.refused(number, locator);
    }

    private Optional<VisaFacts> understand(RecordCells cells) {
        Findings findings = cells.findings();
        Optional<Validity> validity = validity(cells);
        Optional<String> reference = RecordReference.text(cells);
        Optional<Organisation> holder = holder(cells);
        Optional<String> name = cells.required(SceauColumn.NAME, 600);
        Optional<Boolean> listed = cells.yesNo(SceauColumn.LISTED);
        if (cells.isEmpty(SceauColumn.LISTED)) {
            findings.problem("value-missing", SceauColumn.LISTED.heading(), "");
        }
        Optional<FamilyId> family = family(cells);
        if (validity.isEmpty() || reference.isEmpty() || holder.isEmpty() || name.isEmpty() || listed.isEmpty()) {
            return Optional.empty();
        }
        LocalDate firstDay = validity.get().firstDay();
        String level = term(cells, SceauColumn.LEVEL);
        Optional<SchemeVersion> known = family.flatMap(id -> scheme(cells, id, reference.get(), level, firstDay));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        SchemeVersion scheme = known.get();
        Optional<Reference> read = RecordReference.read(cells, reference.get(), scheme, firstDay, terms);
        List<StatusChange> statuses = RecordStatuses.read(cells, validity.get());
        if (read.isEmpty() || statuses.isEmpty()) {
            return Optional.empty();
        }
        RecordStatuses.checkEnd(cells, scheme, validity.get(), statuses);
        terms.checkLength(scheme, SceauColumn.VALID_UNTIL.heading(), validity.get(), findings);
        cells.address(SceauColumn.SOURCE_URL);
        SubjectKind kind =
                scheme.subjects().value().stream().sorted().findFirst().orElseThrow();
        return Optional.of(new VisaFacts(
                scheme.id(),
                scheme.family(),
                read.get(),
                new Subject(kind, name.get(), cells.text(SceauColumn.VERSIONS, LONGEST_TERM)),
                holder.get(),
                cells.text(SceauColumn.SPONSOR, LONGEST_ORGANISATION).map(Organisation::named),
                cells.list(SceauColumn.LABORATORY, LONGEST_ORGANISATION),
                terms.level(scheme, SceauColumn.LEVEL.heading(), level, findings),
                scopes(cells, scheme),
                terms.category(scheme, SceauColumn.CATEGORY.heading(), term(cells, SceauColumn.CATEGORY), findings),
                nationalSecurity(cells, scheme),
                agrement(cells, scheme),
                validity.get(),
                statuses,
                override(cells, scheme),
                listed.get(),
                cells.list(SceauColumn.CONDITIONS, 1000).stream()
                        .map(Clause::printed)
                        .toList(),
                documents(cells, scheme, kind),
                identifiers(cells),
                cells.text(SceauColumn.REGION, 100),
                findings.flags()));
    }

    private static Optional<Validity> validity(RecordCells cells) {
        Optional<LocalDate> firstDay = cells.day(SceauColumn.VALID_FROM);
        Optional<LocalDate> lastDay = cells.day(SceauColumn.VALID_UNTIL);
        if (cells.isEmpty(SceauColumn.VALID_FROM)) {
            cells.findings().problem("value-missing", SceauColumn.VALID_FROM.heading(), "");
        }
        if (firstDay.isPresent() && lastDay.filter(firstDay.get()::isAfter).isPresent()) {
            cells.findings()
                    .problem(
                            "dates-reversed",
                            SceauColumn.VALID_UNTIL.heading(),
                            firstDay.get() + " to " + lastDay.orElseThrow());
            return Optional.empty();
        }
        return firstDay.map(first -> new Validity(first, lastDay));
    }

    private static Optional<Organisation> holder(RecordCells cells) {
        Optional<String> name = cells.required(SceauColumn.HOLDER, LONGEST_ORGANISATION);
        String siren = cells.raw(SceauColumn.HOLDER_SIREN).replaceAll("[\\s\\p{Z}]", "");
        if (!siren.isEmpty() && !siren.matches("\\d{9}")) {
            cells.findings().problem("siren-format", SceauColumn.HOLDER_SIREN.heading(), siren);
            return Optional.empty();
        }
        return name.map(text -> new Organisation(text, siren.isEmpty() ? Optional.empty() : Optional.of(siren)));
    }

    private Optional<FamilyId> family(RecordCells cells) {
        Optional<String> code = cells.required(SceauColumn.FAMILY, LONGEST_TERM);
        Optional<FamilyId> family = schemes.publicFamilies().stream()
                .map(known -> known.id())
                .filter(id -> code.filter(id.value()::equals).isPresent())
                .findFirst();
        if (code.isPresent() && family.isEmpty()) {
            cells.findings().problem("unknown-family", SceauColumn.FAMILY.heading(), code.get());
        }
        return family;
    }

    /** The version named by the record; without a version the one that granted that day, without a scheme the one that fits. */
    private Optional<SchemeVersion> scheme(
            RecordCells cells, FamilyId family, String reference, String level, LocalDate firstDay) {
        String scheme = cells.raw(SceauColumn.SCHEME).strip();
        String version = cells.raw(SceauColumn.SCHEME_VERSION).strip();
        if (scheme.isEmpty() && version.isEmpty()) {
            return Optional.of(terms.versionOf(family, reference, level, firstDay));
        }
        Optional<SchemeVersion> named = version.isEmpty() ? current(scheme, firstDay) : version(scheme, version);
        if (named.isEmpty()) {
            cells.findings().problem("unknown-scheme", SceauColumn.SCHEME.heading(), scheme + " " + version);
        } else if (!named.get().family().equals(family)) {
            cells.findings().problem("scheme-of-another-family", SceauColumn.SCHEME.heading(), scheme);
            return Optional.empty();
        }
        return named;
    }

    private Optional<SchemeVersion> current(String scheme, LocalDate firstDay) {
        try {
            return schemes.current(new SchemeId(scheme), firstDay);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Optional<SchemeVersion> version(String scheme, String version) {
        try {
            return schemes.version(SchemeVersionId.of(scheme, version));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String term(RecordCells cells, SceauColumn column) {
        return cells.text(column, LONGEST_TERM).orElse("");
    }

    private static Set<String> scopes(RecordCells cells, SchemeVersion scheme) {
        Set<String> granted = new TreeSet<>();
        for (String printed : cells.list(SceauColumn.SCOPES, LONGEST_TERM)) {
            Optional<Scope> scope = scheme.scope(printed);
            scope.ifPresent(known -> granted.add(known.id()));
            if (scope.isEmpty()) {
                cells.findings().problem("unknown-scope", SceauColumn.SCOPES.heading(), printed);
            }
        }
        return granted;
    }

    private static Optional<Boolean> nationalSecurity(RecordCells cells, SchemeVersion scheme) {
        Optional<Boolean> flag = cells.yesNo(SceauColumn.NATIONAL_SECURITY);
        if (flag.isPresent() && !scheme.hasNationalSecurity()) {
            cells.findings()
                    .problem("not-of-scheme", SceauColumn.NATIONAL_SECURITY.heading(), flag.get() ? "yes" : "no");
        }
        return flag;
    }

    private Optional<Agrement> agrement(RecordCells cells, SchemeVersion scheme) {
        String column = SceauColumn.AGREMENT.heading();
        Optional<Agrement> agrement =
                terms.agrement(scheme, column, term(cells, SceauColumn.AGREMENT), cells.findings());
        if (agrement.filter(marking -> !scheme.agrements().contains(marking)).isPresent()) {
            cells.findings()
                    .problem("not-of-scheme", column, agrement.orElseThrow().name());
        }
        return agrement;
    }

    private Optional<RecommendationOverride> override(RecordCells cells, SchemeVersion scheme) {
        String column = SceauColumn.RECOMMENDATION_OVERRIDE.heading();
        String code = term(cells, SceauColumn.RECOMMENDATION_OVERRIDE);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        if (!scheme.hasRecommendationLevel()) {
            cells.findings().problem("not-of-scheme", column, code);
            return Optional.empty();
        }
        for (Recommendation level : Recommendation.values()) {
            if (level.code().equals(code)) {
                LocalDate day = edition.day().orElse(edition.received());
                return Optional.of(new RecommendationOverride(
                        level,
                        SceauCsvFormat.CODE,
                        day,
                        "Niveau indiqué dans le fichier du " + day + " / Level stated in the file of " + day));
            }
        }
        cells.findings().problem("unknown-recommendation", column, code.toLowerCase(Locale.ROOT));
        return Optional.empty();
    }

    private static List<VisaDocument> documents(RecordCells cells, SchemeVersion scheme, SubjectKind kind) {
        DocumentKind target =
                kind == SubjectKind.PROTECTION_PROFILE ? DocumentKind.PROTECTION_PROFILE : DocumentKind.SECURITY_TARGET;
        DocumentKind decision = scheme.documents().contains(DocumentKind.CERTIFICATION_DECISION)
                ? DocumentKind.CERTIFICATION_DECISION
                : DocumentKind.QUALIFICATION_DECISION;
        Map<SceauColumn, DocumentKind> kinds = new EnumMap<>(Map.of(
                SceauColumn.CERTIFICATE_URL, DocumentKind.CERTIFICATE,
                SceauColumn.REPORT_URL, DocumentKind.CERTIFICATION_REPORT,
                SceauColumn.TARGET_URL, target,
                SceauColumn.DECISION_URL, decision,
                SceauColumn.CONTACT_URL, DocumentKind.INCIDENT_CONTACT,
                SceauColumn.WEBSITE_URL, DocumentKind.WEBSITE));
        List<VisaDocument> documents = new ArrayList<>();
        kinds.forEach((column, of) -> cells.address(column)
                .ifPresent(address -> documents.add(new VisaDocument(of, address, Optional.empty()))));
        return documents;
    }

    private static List<Identifier> identifiers(RecordCells cells) {
        List<Identifier> identifiers = new ArrayList<>();
        IDENTIFIERS.forEach((kind, shape) -> {
            SceauColumn column = SceauColumn.valueOf(kind.name());
            for (String value : cells.list(column, 300)) {
                if (shape.matcher(value).matches()) {
                    identifiers.add(new Identifier(kind, value));
                } else {
                    cells.findings().problem("identifier-format", column.heading(), value);
                }
            }
        });
        return identifiers;
    }
}
