package org.sceau.registry.infrastructure.catalogues.anssi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.PrintedText;
import org.sceau.registry.infrastructure.catalogues.SchemeTerms;

/**
 * Understands the rows of one source, in their order.
 *
 * <p>Refuses a row with {@code row-shape}, {@code unknown-section}, {@code value-missing}, {@code date-format},
 * {@code dates-reversed}, {@code yes-no}, {@code marking-not-allowed}, {@code reference-format}, {@code text-too-long},
 * {@code control-character} or {@code formula}. Notices {@code unknown-column}, {@code unknown-mark},
 * {@code unknown-level}, {@code unknown-category}, {@code unknown-reference}, {@code level-missing},
 * {@code end-date-missing}, {@code not-of-scheme}, {@code decision-year-from-start}, {@code link-repaired},
 * {@code link-not-public}, {@code unknown-identifier}, {@code recommendation-override} and
 * {@code validity-beyond-scheme}.
 */
final class RowReader {
    private static final int LONGEST_ORGANISATION = 300;
    private static final int LONGEST_SUBJECT = 600;
    private static final int LONGEST_VERSIONS = 200;

    private static final Map<Column, SubjectKind> SUBJECTS = Map.of(
            Column.PRODUCT, SubjectKind.PRODUCT,
            Column.SERVICE, SubjectKind.SERVICE,
            Column.PROTECTION_PROFILE, SubjectKind.PROTECTION_PROFILE,
            Column.SITE, SubjectKind.SITE);

    private final Schemes schemes;
    private final SchemeTerms terms;
    private final Edition edition;
    private final Laboratories laboratories = new Laboratories();

    RowReader(Schemes schemes, Edition edition) {
        this.schemes = schemes;
        this.terms = new SchemeTerms(schemes);
        this.edition = edition;
    }

    ReadRow read(long number, Json element) {
        String locator = "p. " + PrintedRow.page(element) + ", #" + number;
        Findings findings = new Findings();
        Optional<VisaFacts> facts = Optional.empty();
        try {
            facts = understand(PrintedRow.of(element), findings);
        } catch (PrintedRow.Misshapen misshapen) {
            findings.problem("row-shape", Findings.ROW, String.valueOf(misshapen.getMessage()));
        }
        return facts.isPresent() && !findings.hasProblems()
                ? ReadRow.understood(number, locator, facts.get(), findings.notices())
                : findings.refused(number, locator);
    }

    private Optional<VisaFacts> understand(PrintedRow row, Findings findings) {
        Optional<Family> family = schemes.familyOfHeading(row.section());
        if (family.isEmpty()) {
            findings.problem("unknown-section", "section", row.section());
            return Optional.empty();
        }
        Optional<PrintedDays> days = PrintedDays.read(row, findings);
        Optional<String> printedReference = PrintedReference.text(row, findings);
        Optional<Organisation> holder = organisation(row, Column.HOLDER, Column.SPONSOR, findings);
        if (holder.isEmpty() && !findings.hasProblems()) {
            findings.problem("value-missing", row.heading(Column.HOLDER), "");
        }
        if (days.isEmpty() || printedReference.isEmpty() || holder.isEmpty()) {
            return Optional.empty();
        }
        LocalDate firstDay = days.get().firstDay();
        String level = PrintedText.join(row.lines(Column.LEVEL));
        SchemeVersion scheme = terms.versionOf(family.get().id(), printedReference.get(), level, firstDay);
        Optional<Subject> subject = subject(row, scheme, holder.get(), findings);
        Validity validity = new Validity(firstDay, days.get().lastDay());
        terms.checkLength(scheme, row.heading(Column.LAST_DAY), validity, findings);
        Reference reference = PrintedReference.read(row, printedReference.get(), scheme, firstDay, terms, findings);
        Set<String> scopes = scopes(row, scheme, findings);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VisaFacts(
                scheme.id(),
                family.get().id(),
                reference,
                subject.get(),
                holder.get(),
                organisation(row, Column.SPONSOR, Column.HOLDER, findings),
                laboratories(row, findings),
                terms.level(scheme, row.heading(Column.LEVEL), level, findings),
                scopes,
                terms.category(
                        scheme, row.heading(Column.CATEGORY), PrintedText.join(row.lines(Column.CATEGORY)), findings),
                nationalSecurity(row, scheme, findings),
                terms.agrement(
                        scheme, row.heading(Column.AGREMENT), PrintedText.join(row.lines(Column.AGREMENT)), findings),
                validity,
                List.of(days.get().status(row, scheme, findings)),
                override(row, scheme, validity, findings),
                true, // to stand in the official catalogue, its supplier agreed (invariant 62)
                List.of(),
                PrintedLinks.read(row, findings),
                identifiers(row, findings),
                Optional.empty(),
                findings.flags()));
    }

    private static Optional<Organisation> organisation(PrintedRow row, Column column, Column twin, Findings findings) {
        List<String> lines = row.lines(column);
        String name = PrintedText.joinLike(lines, row.lines(twin));
        return findings.text(row.heading(column), String.join(" ", lines), name, LONGEST_ORGANISATION)
                .map(Organisation::named);
    }

    /** A service printed without a name of its own is known by its provider. */
    private static Optional<Subject> subject(
            PrintedRow row, SchemeVersion scheme, Organisation holder, Findings findings) {
        Column column = Column.SERVICE;
        SubjectKind kind = SubjectKind.SERVICE;
        for (Map.Entry<Column, SubjectKind> named : SUBJECTS.entrySet()) {
            if (row.cells().containsKey(named.getKey())) {
                column = named.getKey();
                kind = named.getValue();
            }
        }
        Set<SubjectKind> ofScheme = scheme.subjects().value();
        SubjectKind printed = ofScheme.size() == 1 ? ofScheme.iterator().next() : kind;
        List<String> lines = row.lines(column);
        Optional<String> name = row.cells().containsKey(column)
                ? findings.required(
                        row.heading(column), String.join(" ", lines), PrintedText.join(lines), LONGEST_SUBJECT)
                : Optional.of(holder.name());
        List<String> versions = row.lines(Column.VERSION);
        Optional<String> exact = findings.text(
                row.heading(Column.VERSION), String.join(" ", versions), PrintedText.join(versions), LONGEST_VERSIONS);
        return name.map(text -> new Subject(printed, text, exact));
    }

    private List<String> laboratories(PrintedRow row, Findings findings) {
        List<String> names = new ArrayList<>();
        for (String name : laboratories.read(row.lines(Column.LABORATORY))) {
            findings.text(row.heading(Column.LABORATORY), name, LONGEST_ORGANISATION)
                    .ifPresent(names::add);
        }
        return names;
    }

    private static Set<String> scopes(PrintedRow row, SchemeVersion scheme, Findings findings) {
        Set<String> granted = new TreeSet<>();
        row.others().forEach((heading, lines) -> {
            String printed = PrintedText.squeeze(lines);
            Optional<Scope> scope = scheme.scope(heading);
            if (printed.isEmpty()) {
                return;
            }
            if (scope.isEmpty()) {
                findings.flag("unknown-column", heading, PrintedText.join(lines));
            } else if (printed.equalsIgnoreCase("X")) {
                granted.add(scope.get().id());
            } else {
                findings.flag("unknown-mark", heading, PrintedText.join(lines));
            }
        });
        return granted;
    }

    private static Optional<Boolean> nationalSecurity(PrintedRow row, SchemeVersion scheme, Findings findings) {
        String column = row.heading(Column.NATIONAL_SECURITY);
        String printed =
                PrintedText.squeeze(row.lines(Column.NATIONAL_SECURITY)).toLowerCase(Locale.ROOT);
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        if (!scheme.hasNationalSecurity()) {
            findings.flag("not-of-scheme", column, printed);
        }
        boolean yes = printed.equals("oui");
        if (!yes && !printed.equals("non")) {
            findings.problem("yes-no", column, printed);
            return Optional.empty();
        }
        return Optional.of(yes);
    }

    private static List<Identifier> identifiers(PrintedRow row, Findings findings) {
        String column = row.heading(Column.OID);
        String oid = PrintedText.squeeze(row.lines(Column.OID));
        return findings.text(column, oid, 300)
                .map(text -> {
                    if (!text.matches("[0-2](\\.\\d+)+")) {
                        findings.notice("unknown-identifier", column, text);
                    }
                    return List.of(new Identifier(Identifier.Kind.OID, text));
                })
                .orElse(List.of());
    }

    /** The printed mark, where it is not what the rule gives on the day of the edition (reference §5.7). */
    private Optional<RecommendationOverride> override(
            PrintedRow row, SchemeVersion scheme, Validity validity, Findings findings) {
        if (row.mark().isEmpty()
                || edition.day().isEmpty()
                || validity.lastDay().isEmpty()) {
            return Optional.empty();
        }
        String column = row.heading(Column.RECOMMENDATION);
        String colour = row.mark().get();
        Optional<Recommendation> printed = switch (colour) {
            case "green" -> Optional.of(Recommendation.OPTIMAL);
            case "orange" -> Optional.of(Recommendation.MODERATE);
            case "red" -> Optional.of(Recommendation.CRITICAL);
            default -> Optional.empty();
        };
        if (printed.isEmpty() || !scheme.hasRecommendationLevel()) {
            findings.notice(printed.isEmpty() ? "unknown-mark" : "not-of-scheme", column, colour);
            return Optional.empty();
        }
        LocalDate day = edition.day().get();
        Recommendation byRule = Recommendation.byRule(validity.lastDay().get(), day);
        if (printed.get() == byRule) {
            return Optional.empty();
        }
        findings.notice("recommendation-override", column, printed.get().code() + " instead of " + byRule.code());
        return Optional.of(new RecommendationOverride(
                printed.get(),
                AnssiCatalogueFormat.CODE,
                day,
                "Niveau imprimé dans l'édition du catalogue du " + day + " / Level printed in the catalogue edition of "
                        + day));
    }
}
