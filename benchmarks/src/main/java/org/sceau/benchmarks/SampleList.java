package org.sceau.benchmarks;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.sceau.trustlist.model.Address;
import org.sceau.trustlist.model.DocumentLink;
import org.sceau.trustlist.model.HistoricalStatus;
import org.sceau.trustlist.model.Issue;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.LocalizedUri;
import org.sceau.trustlist.model.PostalAddress;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.model.Service;
import org.sceau.trustlist.model.SupplyPoint;
import org.sceau.trustlist.model.VisaExtension;

/** A list of any length whose services have the size of real ones: history, level, versions, three document hashes. */
final class SampleList {
    static final String OPERATOR = "Autorité fictive Vigie";
    static final URI EXTENSION = URI.create("https://vigie.example/uri/visa/1#");

    private static final int SERVICES_PER_PROVIDER = 10;
    private static final String SPACE = "https://vigie.example/uri/";
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private SampleList() {}

    static SchemeInformation scheme(Issue issue) {
        return new SchemeInformation(
                issue,
                URI.create(SPACE + "TSLType/visas"),
                texts("Fictional authority Vigie", OPERATOR),
                address(),
                texts("FR:List of security visas (fictional)", "FR:Liste des visas de sécurité (fictive)"),
                List.of(new LocalizedUri("en", URI.create("https://vigie.example/en/lists"))),
                URI.create(SPACE + "StatusDetn/decision"),
                List.of(new LocalizedUri("en", URI.create(SPACE + "schemerules/FR"))),
                "FR",
                texts(
                        "This is not a trusted list under Article 22 of Regulation (EU) No 910/2014.",
                        "Ceci n'est pas une liste de confiance au sens de l'article 22 du règlement (UE) n° 910/2014."),
                List.of(),
                List.of(URI.create("https://vigie.example/trust-lists/cspn/current.xml")));
    }

    /** Made one by one while the list is written, as rows of a database would come. */
    static Iterator<Provider> providers(int services) {
        int providers = (services + SERVICES_PER_PROVIDER - 1) / SERVICES_PER_PROVIDER;
        return IntStream.range(0, providers)
                .mapToObj(p -> provider(p, Math.min(services, (p + 1) * SERVICES_PER_PROVIDER)))
                .iterator();
    }

    private static Provider provider(int number, int untilExclusive) {
        String name = "Société imaginaire n° " + number;
        return new Provider(
                texts(name, name),
                List.of(new Localized("en", "NTRFR-000000000")),
                address(),
                List.of(new LocalizedUri("en", URI.create("https://vendor.example/" + number))),
                IntStream.range(number * SERVICES_PER_PROVIDER, untilExclusive)
                        .mapToObj(SampleList::service)
                        .toList());
    }

    private static Service service(int number) {
        String slug = "VIGIE-CSPN-2024-" + number;
        URI urn = URI.create("urn:vigie:visa:" + slug);
        URI type = URI.create(SPACE + "Svctype/CSPN");
        URI granted = URI.create(SPACE + "Svcstatus/granted");
        List<Localized> names =
                texts("Brume perimeter firewall, model " + number, "Pare-feu périmétrique « Brume », modèle " + number);
        return new Service(
                type,
                names,
                urn,
                number % 5 == 0 ? URI.create(SPACE + "Svcstatus/withdrawn") : granted,
                Instant.parse("2026-02-01T00:00:00Z"),
                List.of(new LocalizedUri("en", URI.create("https://vigie.example/en/schemes/cspn"))),
                List.of(new SupplyPoint(
                        URI.create(SPACE + "SupplyPoint/json"),
                        URI.create("https://vigie.example/visas/" + slug + ".json"))),
                List.of(new LocalizedUri("fr", URI.create("https://vigie.example/visas/" + slug))),
                List.of(new LocalizedUri("en", URI.create(SPACE + "SvcInfoExt/level/elementary"))),
                new VisaExtension(
                        "VIGIE-CSPN-2024/" + number,
                        List.of("4.2.1", "4.2.2"),
                        "elementary",
                        List.of("firewall"),
                        LocalDate.parse("2024-05-01"),
                        LocalDate.parse("2027-04-30"),
                        "Laboratoire Oxalis",
                        List.of(
                                document("certificate", slug),
                                document("certification-report", slug),
                                document("security-target", slug))),
                List.of(new HistoricalStatus(type, names, urn, granted, Instant.parse("2024-05-01T00:00:00Z"))));
    }

    private static DocumentLink document(String kind, String slug) {
        return new DocumentLink(kind, URI.create("https://vigie.example/visas/" + slug + "/" + kind + ".pdf"), HASH);
    }

    private static Address address() {
        return new Address(
                List.of(new PostalAddress("fr", "1 quai de l'Étoile", "Brest", null, "29200", "FR")),
                List.of(
                        new LocalizedUri("en", URI.create("mailto:contact@vigie.example")),
                        new LocalizedUri("fr", URI.create("https://vigie.example/"))));
    }

    private static List<Localized> texts(String english, String french) {
        return List.of(new Localized("en", english), new Localized("fr", french));
    }
}
