package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.scheme.surveillance.Duty;

/** Qualified signature and seal creation devices: Regulation (EU) 910/2014, Art. 31. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureDevicesTest {

    @ParameterizedTest
    @CsvSource({"eucc, 2025-01-08", "eucc, 2025-12-29", "cc-fr, 2002-535"})
    void whoever_reads_how_devices_are_certified_reads_that_the_authority_notifies_them_within_a_month(
            String scheme, String version) {
        assertThat(Shipped.conduct(scheme, version).surveillance().duties())
                .filteredOn(duty -> duty.id().equals("signature-device-notified"))
                .singleElement()
                .matches(duty -> duty.by() == Duty.Bearer.AUTHORITY && duty.verified())
                .matches(duty ->
                        duty.source().contains("Art. 31") && duty.text().en().contains("within one month"));
    }
}
