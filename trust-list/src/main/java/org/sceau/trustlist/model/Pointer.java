package org.sceau.trustlist.model;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Another list and who signs it (clause 5.3.13; R23, R24).
 *
 * @param location      where the list is fetched
 * @param signers       certificates of its signers, at least one; two with staggered validity are good practice
 * @param type          kind of the list, in the operator's own URI space
 * @param operatorNames with an English one
 * @param communityRules at least one
 * @param territory     upper-case country code
 * @param mediaType     {@code application/vnd.etsi.tsl+xml} for an XML list
 */
public record Pointer(
        URI location,
        List<X509Certificate> signers,
        URI type,
        List<Localized> operatorNames,
        List<LocalizedUri> communityRules,
        String territory,
        String mediaType) {
    public Pointer {
        signers = List.copyOf(signers);
        operatorNames = List.copyOf(operatorNames);
        communityRules = List.copyOf(communityRules);
        Checks.web(location);
        Rule.POINTER_HAS_SIGNERS.require(!signers.isEmpty(), location);
        Checks.own(type);
        Checks.names(Rule.OPERATOR_NAME_HAS_ENGLISH, operatorNames);
        Rule.SCHEME_HAS_RULES.require(!communityRules.isEmpty(), location);
        Checks.country(Rule.TERRITORY_IS_A_COUNTRY_CODE, territory);
        Checks.line(mediaType, 100);
    }
}
