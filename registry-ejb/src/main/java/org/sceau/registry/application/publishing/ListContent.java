package org.sceau.registry.application.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.trustlist.model.Address;
import org.sceau.trustlist.model.Issue;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.LocalizedUri;
import org.sceau.trustlist.model.PostalAddress;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.model.Service;

/** Says what the list of a family contains: every visa that ever was in force, by holder, read portion by portion. */
@ApplicationScoped
public class ListContent {
    private static final int A_PORTION = 500;
    /** A holder with more is written as several entries of the same name, so that memory stays flat. */
    private static final int SERVICES_A_PROVIDER = 1_000;

    private final Visas visas;
    private final Operator operator;
    private final ListedService services;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ListContent() {
        this(null, null, null);
    }

    @Inject
    public ListContent(Visas visas, Operator operator, ListedService services) {
        this.visas = visas;
        this.operator = operator;
        this.services = services;
    }

    /** Scheme information of an issue (ETSI TS 119 612 cl. 5.3). Every URI is of the operator's own space, never eIDAS's. */
    SchemeInformation scheme(Family family, Issue issue) {
        Label name = operator.name();
        String home = "/trust-lists/" + family.id() + "/";
        String territory = operator.territory();
        return new SchemeInformation(
                issue,
                uri("TSLType/security-visas"),
                both(name.en(), name.fr()),
                operatorAddress(),
                both(
                        territory + ":Signed list of security visas, "
                                + family.label().en(),
                        territory + ":Liste signée des visas de sécurité, "
                                + family.label().fr()),
                pages(operator, home),
                uri("StatusDetn/decision"),
                List.of(
                        new LocalizedUri("en", uri("schemerules/" + family.id())),
                        new LocalizedUri("fr", uri("schemerules/" + family.id()))),
                territory,
                both(operator.legalNotice().en(), operator.legalNotice().fr()),
                List.of(),
                List.of(URI.create(operator.publicUrl() + home + "current.xml")));
    }

    /** Providers with their services on a legal day, in a stable order. */
    Iterator<Provider> providers(FamilyId family, LocalDate day) {
        return new ByHolder(new Portions(family, day), day);
    }

    private Provider provider(List<Visa> held, LocalDate day) {
        Organisation holder = held.get(0).facts().holder();
        List<Service> listed = held.stream().map(visa -> services.of(visa, day)).toList();
        List<LocalizedUri> pages =
                pages(operator, "/catalogue?holder=" + holder.key().value());
        return new Provider(
                both(holder.name(), holder.name()),
                holder.siren()
                        .map(siren -> both("NTRFR-" + siren, "NTRFR-" + siren))
                        .orElse(List.of()),
                new Address(
                        List.of(
                                address("en", "Not published by the source", "Ask the scheme operator"),
                                address("fr", "Non publiée par la source", "S’adresser à l’opérateur")),
                        List.of(new LocalizedUri("en", URI.create("mailto:" + operator.mail())), pages.get(0))),
                pages,
                listed);
    }

    private PostalAddress address(String lang, String street, String locality) {
        return new PostalAddress(
                lang, street, locality, null, null, operator.address().country());
    }

    private Address operatorAddress() {
        Operator.Address at = operator.address();
        return new Address(
                List.of(
                        new PostalAddress("en", at.street(), at.locality(), null, at.postalCode(), at.country()),
                        new PostalAddress("fr", at.street(), at.locality(), null, at.postalCode(), at.country())),
                List.of(
                        new LocalizedUri("en", URI.create("mailto:" + operator.mail())),
                        new LocalizedUri("en", operator.website())));
    }

    private URI uri(String path) {
        return operator.uriSpace().resolve(path);
    }

    /**
     * A page of ours in each language it has. The list itself always speaks English (cl. 5.1.4): where the pages do not, its English
     * reader is led to the page there is.
     *
     * @param path without its language
     */
    static List<LocalizedUri> pages(Operator operator, String path) {
        Languages languages = operator.languages();
        return Stream.of(Language.ENGLISH, Language.FRENCH)
                .filter(language -> language == Language.ENGLISH || languages.has(language))
                .map(language -> new LocalizedUri(
                        language.code(), URI.create(operator.publicUrl() + languages.address(language, path))))
                .toList();
    }

    static List<Localized> both(String en, String fr) {
        return List.of(new Localized("en", en), new Localized("fr", fr));
    }

    /** Visas of a family, fetched when they are needed. */
    private final class Portions implements Iterator<Visa> {
        private final FamilyId family;
        private final LocalDate day;
        private List<Visa> portion = List.of();
        private int next;
        private boolean last;

        Portions(FamilyId family, LocalDate day) {
            this.family = family;
            this.day = day;
        }

        @Override
        public boolean hasNext() {
            if (next == portion.size() && !last) {
                Optional<Visa> after =
                        portion.isEmpty() ? Optional.empty() : Optional.of(portion.get(portion.size() - 1));
                portion = visas.publicAfter(family, day, after, A_PORTION);
                next = 0;
                last = portion.size() < A_PORTION;
            }
            return next < portion.size();
        }

        @Override
        public Visa next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return portion.get(next++);
        }
    }

    /** Groups neighbours of one holder. */
    private final class ByHolder implements Iterator<Provider> {
        private final Iterator<Visa> source;
        private final LocalDate day;
        private Optional<Visa> held;

        ByHolder(Iterator<Visa> source, LocalDate day) {
            this.source = source;
            this.day = day;
            this.held = source.hasNext() ? Optional.of(source.next()) : Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return held.isPresent();
        }

        @Override
        public Provider next() {
            Visa first = held.orElseThrow();
            List<Visa> group = new ArrayList<>(List.of(first));
            held = Optional.empty();
            while (source.hasNext()) {
                Visa visa = source.next();
                boolean same = visa.facts()
                        .holder()
                        .key()
                        .equals(first.facts().holder().key());
                if (!same || group.size() == SERVICES_A_PROVIDER) {
                    held = Optional.of(visa);
                    break;
                }
                group.add(visa);
            }
            return provider(group, day);
        }
    }
}
