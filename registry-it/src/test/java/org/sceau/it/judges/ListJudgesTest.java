package org.sceau.it.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.format.TrustListXml;
import org.sceau.trustlist.issuing.IssuePlan;
import org.sceau.trustlist.issuing.TrustListIssuer;
import org.sceau.trustlist.model.Pointer;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerKey;

/** The machine's clock rules here: the judges cannot be given another. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListJudgesTest {
    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(SignerKey.class)
    void a_list_with_one_status_changed_is_refused_by_all_and_accepted_as_it_was(SignerKey kind) throws IOException {
        ListSigner signer = signer(kind);
        Path list = issue(signer, FictionalList.providers());
        ListJudges.assertAccepted(list, signer.certificate());

        String before = Files.readString(list, StandardCharsets.UTF_8);
        String after = before.replaceFirst("Svcstatus/withdrawn", "Svcstatus/granted");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(list, after, StandardCharsets.UTF_8);
        ListJudges.assertRefused(list, signer.certificate());
    }

    @Test
    void a_list_of_another_signer_is_refused() throws IOException {
        Path list = issue(signer(SignerKey.P256), FictionalList.providers());
        ListJudges.assertRefused(list, signer(SignerKey.P256).certificate());
    }

    @Test
    void a_list_of_an_unknown_version_or_shape_is_noticed() throws IOException {
        ListSigner signer = signer(SignerKey.P256);
        Path list = issue(signer, FictionalList.providers());
        String good = Files.readString(list, StandardCharsets.UTF_8);
        Files.writeString(list, good.replace("Identifier>6<", "Identifier>7<"));
        assertThat(ReferenceLibraryJudge.complaints(list, signer.certificate()))
                .anyMatch(complaint -> complaint.contains("Version '7'"));
        Files.writeString(list, good.replaceFirst("<CountryName>FR</CountryName>", ""));
        assertThat(SchemaJudge.complaints(list)).isNotEmpty();
    }

    @Test
    void a_digest_of_another_list_is_noticed() throws IOException {
        ListSigner signer = signer(SignerKey.P256);
        Path list = issue(signer, FictionalList.providers());
        Files.writeString(directory.resolve("list.sha2"), "0".repeat(64));
        assertThat(ReferenceLibraryJudge.complaintsOfDigest(list)).isNotEmpty();
    }

    @Test
    void a_list_without_any_provider_is_accepted() throws IOException {
        ListSigner signer = signer(SignerKey.P384);
        ListJudges.assertAccepted(issue(signer, List.of()), signer.certificate());
    }

    @Test
    void a_list_that_points_to_other_lists_is_accepted() throws IOException {
        ListSigner signer = signer(SignerKey.P256);
        SchemeInformation plain = FictionalList.scheme(IssuePlan.SIX_MONTHS.first(clock.instant()));
        Pointer pointer = new Pointer(
                URI.create("https://vigie.example/trust-lists/eucc/current.xml"),
                List.of(signer.certificate(), signer(SignerKey.P384).certificate()),
                plain.type(),
                plain.operatorNames(),
                plain.communityRules(),
                plain.territory(),
                "application/vnd.etsi.tsl+xml");
        ListJudges.assertAccepted(
                issue(signer, FictionalList.pointing(plain, pointer), List.of()), signer.certificate());
    }

    private Path issue(ListSigner signer, List<Provider> providers) throws IOException {
        return issue(signer, FictionalList.scheme(IssuePlan.SIX_MONTHS.first(clock.instant())), providers);
    }

    private Path issue(ListSigner signer, SchemeInformation scheme, List<Provider> providers) throws IOException {
        return new TrustListIssuer(
                        new TrustListXml(FictionalList.EXTENSION), AnnouncedSigners.only(signer.certificate()), clock)
                .issue(scheme, providers.iterator(), signer, directory.resolve("list.xml"))
                .file();
    }

    private ListSigner signer(SignerKey kind) {
        return FictionalList.signer(
                kind, clock.instant().minus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(365)));
    }
}
