package org.sceau.trustlist.model;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a list says of itself (clause 5.3; R11 to R31).
 *
 * @param issue                     number and dates of this edition
 * @param type                      kind of list, in the operator's own URI space, never one of the European Union
 * @param operatorNames             with an English one; one of them equals O of the signer certificate
 * @param operatorAddress           post, mail and web
 * @param names                     {@code CC:text}, with an English one, in each language of {@code operatorNames}
 * @param informationUris           at least one web address
 * @param statusDetermination       how statuses are decided, own URI space
 * @param communityRules            at least one, own URI space
 * @param territory                 upper-case ISO 3166-1 alpha-2 code; equals C of the signer certificate
 * @param legalNotices              at least one; says that this is no list under Article 22 of Regulation 910/2014
 * @param pointers                  other lists, may be empty
 * @param distributionPoints        web addresses ending {@code .xml} or {@code .xtsl}, may be empty
 */
public record SchemeInformation(
        Issue issue,
        URI type,
        List<Localized> operatorNames,
        Address operatorAddress,
        List<Localized> names,
        List<LocalizedUri> informationUris,
        URI statusDetermination,
        List<LocalizedUri> communityRules,
        String territory,
        List<Localized> legalNotices,
        List<Pointer> pointers,
        List<URI> distributionPoints) {
    /** Value of TSLVersionIdentifier for v2.3.1 and v2.4.1 (clause 5.3.1; R10). */
    public static final int VERSION = 6;

    /** HistoricalInformationPeriod that says nothing is ever removed (clause 5.3.12; R22). */
    public static final int HISTORY_KEPT_FOR_EVER = 65_535;

    public SchemeInformation {
        operatorNames = List.copyOf(operatorNames);
        names = List.copyOf(names);
        informationUris = List.copyOf(informationUris);
        communityRules = List.copyOf(communityRules);
        legalNotices = List.copyOf(legalNotices);
        pointers = List.copyOf(pointers);
        distributionPoints = List.copyOf(distributionPoints);

        Checks.own(type);
        Checks.names(Rule.OPERATOR_NAME_HAS_ENGLISH, operatorNames);
        Checks.country(Rule.TERRITORY_IS_A_COUNTRY_CODE, territory);
        Checks.names(Rule.NAME_HAS_ENGLISH, names);
        for (Localized name : names) {
            Rule.SCHEME_NAME_STARTS_WITH_TERRITORY.require(name.value().startsWith(territory + ":"), name.value());
        }
        Rule.SCHEME_NAME_SPEAKS_EACH_LANGUAGE.require(
                names.stream()
                        .map(Localized::lang)
                        .collect(Collectors.toSet())
                        .containsAll(operatorNames.stream().map(Localized::lang).toList()),
                names);
        Rule.SCHEME_HAS_INFORMATION.require(!informationUris.isEmpty(), "no information URI");
        informationUris.forEach(i -> Checks.web(i.uri()));
        Checks.own(statusDetermination);
        Rule.SCHEME_HAS_RULES.require(!communityRules.isEmpty(), "no community rules");
        communityRules.forEach(r -> Checks.own(r.uri()));
        Rule.SCHEME_HAS_LEGAL_NOTICE.require(!legalNotices.isEmpty(), "no legal notice");
        for (URI point : distributionPoints) {
            Checks.web(point);
            Rule.DISTRIBUTION_POINT_IS_AN_XML_FILE.require(
                    point.toString().endsWith(".xml") || point.toString().endsWith(".xtsl"), point);
        }
    }
}
