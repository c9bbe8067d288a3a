package org.sceau.trustlist;

import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sceau.trustlist.model.Address;
import org.sceau.trustlist.model.DocumentLink;
import org.sceau.trustlist.model.HistoricalStatus;
import org.sceau.trustlist.model.Issue;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.LocalizedUri;
import org.sceau.trustlist.model.Pointer;
import org.sceau.trustlist.model.PostalAddress;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.model.Service;
import org.sceau.trustlist.model.SupplyPoint;
import org.sceau.trustlist.model.VisaExtension;
import org.sceau.trustlist.signing.KeySigner;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;

/** The list of an authority that does not exist, for products that do not exist. */
public final class FictionalList {
    public static final Instant ISSUED = Instant.parse("2026-03-02T09:00:00Z");
    public static final URI EXTENSION = URI.create("https://vigie.example/uri/visa/1#");
    public static final String OPERATOR = "Autorité fictive Vigie";
    public static final URI GRANTED = URI.create("https://vigie.example/uri/Svcstatus/granted");
    public static final URI WITHDRAWN = URI.create("https://vigie.example/uri/Svcstatus/withdrawn");
    public static final URI SUSPENDED = URI.create("https://vigie.example/uri/Svcstatus/suspended");
    public static final URI CSPN = URI.create("https://vigie.example/uri/Svctype/CSPN");

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");

    private FictionalList() {}

    public static Issue issue() {
        return new Issue(7, ISSUED, Instant.parse("2026-09-02T09:00:00Z"));
    }

    public static Address address() {
        return new Address(
                List.of(
                        new PostalAddress("fr", "1 quai de l'Étoile", "Brest", null, "29200", "FR"),
                        new PostalAddress("en", "1 quai de l'Étoile", "Brest", null, "29200", "FR")),
                List.of(
                        new LocalizedUri("en", URI.create("mailto:contact@vigie.example")),
                        new LocalizedUri("fr", URI.create("https://vigie.example/"))));
    }

    public static SchemeInformation scheme(Issue issue) {
        return new SchemeInformation(
                issue,
                URI.create("https://vigie.example/uri/TSLType/visas"),
                texts("Fictional authority Vigie", OPERATOR),
                address(),
                texts("FR:List of security visas (fictional)", "FR:Liste des visas de sécurité (fictive)"),
                List.of(new LocalizedUri("en", URI.create("https://vigie.example/en/lists"))),
                URI.create("https://vigie.example/uri/StatusDetn/decision"),
                List.of(new LocalizedUri("en", URI.create("https://vigie.example/uri/schemerules/FR"))),
                "FR",
                texts(
                        "This is not a trusted list under Article 22 of Regulation (EU) No 910/2014.",
                        "Ceci n'est pas une liste de confiance au sens de l'article 22 du règlement (UE) n° 910/2014."),
                List.of(),
                List.of(URI.create("https://vigie.example/trust-lists/cspn/current.xml")));
    }

    /** The same scheme, pointing to another list. */
    public static SchemeInformation pointing(SchemeInformation s, Pointer pointer) {
        return new SchemeInformation(
                s.issue(),
                s.type(),
                s.operatorNames(),
                s.operatorAddress(),
                s.names(),
                s.informationUris(),
                s.statusDetermination(),
                s.communityRules(),
                s.territory(),
                s.legalNotices(),
                List.of(pointer),
                s.distributionPoints());
    }

    public static Provider provider(String name, Service... services) {
        return new Provider(
                texts(name, name),
                List.of(new Localized("en", "NTRFR-000000000")),
                address(),
                List.of(new LocalizedUri("en", URI.create("https://vendor.example/"))),
                List.of(services));
    }

    public static Service service(String slug, String name, URI status) {
        URI urn = URI.create("urn:vigie:visa:" + slug);
        List<Localized> names = texts(name, name + " (fr)");
        return new Service(
                CSPN,
                names,
                urn,
                status,
                Instant.parse("2026-02-01T00:00:00Z"),
                List.of(new LocalizedUri("en", URI.create("https://vigie.example/en/schemes/cspn"))),
                List.of(
                        new SupplyPoint(
                                URI.create("https://vigie.example/uri/SupplyPoint/json"),
                                URI.create("https://vigie.example/visas/" + slug + ".json")),
                        new SupplyPoint(null, URI.create("https://vigie.example/api/v1/visas/" + slug))),
                List.of(new LocalizedUri("fr", URI.create("https://vigie.example/visas/" + slug))),
                List.of(new LocalizedUri("en", URI.create("https://vigie.example/uri/SvcInfoExt/level/elementary"))),
                new VisaExtension(
                        "VIGIE-CSPN-2024/11",
                        List.of("4.2.1", "4.2.2"),
                        "elementary",
                        List.of("firewall"),
                        LocalDate.parse("2024-05-01"),
                        LocalDate.parse("2027-04-30"),
                        "Laboratoire Oxalis",
                        List.of(
                                new DocumentLink(
                                        "certificate",
                                        URI.create("https://vigie.example/visas/" + slug + "/certificate.pdf"),
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                                new DocumentLink(
                                        "security-target",
                                        URI.create("https://vigie.example/visas/" + slug + "/target.pdf?a=1&b=2"),
                                        null))),
                List.of(
                        new HistoricalStatus(CSPN, names, urn, SUSPENDED, Instant.parse("2025-06-01T00:00:00Z")),
                        new HistoricalStatus(CSPN, names, urn, GRANTED, Instant.parse("2024-05-01T00:00:00Z"))));
    }

    /** Three holders, six visas, all statuses, accents. */
    public static List<Provider> providers() {
        return List.of(
                provider(
                        "Halcyon Cards",
                        service("halcyon-1", "Halcyon Vault", GRANTED),
                        service("halcyon-2", "Halcyon Vault & Key <mini>", WITHDRAWN)),
                provider(
                        "Brume Télécom",
                        service("brume-1", "Pare-feu « Brume » n° 1", GRANTED),
                        service("brume-2", "Œil d'Arvor — édition 𝔸", GRANTED)),
                provider(
                        "Vigie Ponant",
                        service("ponant-1", "Ponant", SUSPENDED),
                        service("ponant-2", "Ponant \"II\"", GRANTED)));
    }

    /** A signer whose certificate is good from 2026 to 2028. */
    public static ListSigner signer(SignerKey kind) {
        return signer(kind, FROM, TO);
    }

    public static ListSigner signer(SignerKey kind, Instant from, Instant to) {
        KeyPair keys = kind.generate();
        return new KeySigner(
                keys.getPrivate(), SignerCertificates.selfSigned(keys, "FR", OPERATOR, "List signer 1", from, to));
    }

    public static X509Certificate certificate(KeyPair keys) {
        return SignerCertificates.selfSigned(keys, "FR", OPERATOR, "List signer 1", FROM, TO);
    }

    public static List<Localized> texts(String english, String french) {
        return List.of(new Localized("en", english), new Localized("fr", french));
    }
}
