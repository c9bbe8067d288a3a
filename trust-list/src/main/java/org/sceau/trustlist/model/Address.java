package org.sceau.trustlist.model;

import java.util.List;

/**
 * Where the operator or a provider is reached (clauses 5.3.5 and 5.4.3; R15, R42, R43).
 *
 * @param postal     at least one, one for each language
 * @param electronic at least one {@code mailto:} and at least one web address
 */
public record Address(List<PostalAddress> postal, List<LocalizedUri> electronic) {
    public Address {
        postal = List.copyOf(postal);
        electronic = List.copyOf(electronic);
        Rule.ADDRESS_HAS_POST.require(!postal.isEmpty(), "no postal address");
        Rule.ONE_VALUE_FOR_EACH_LANGUAGE.require(
                postal.stream().map(PostalAddress::lang).distinct().count() == postal.size(), postal);
        Rule.ADDRESS_HAS_MAIL.require(
                electronic.stream().anyMatch(e -> "mailto".equals(e.uri().getScheme())), electronic);
        Rule.ADDRESS_HAS_WEB.require(electronic.stream().anyMatch(e -> Checks.isWeb(e.uri())), electronic);
    }
}
