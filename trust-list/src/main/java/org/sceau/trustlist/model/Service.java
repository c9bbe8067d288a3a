package org.sceau.trustlist.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visa as a list shows it (clause 5.5; R50 to R61).
 *
 * @param type                 scheme of the visa, own URI space
 * @param names                product or service, with an English name
 * @param identity             the permanent URN of the visa
 * @param status               current status, own URI space
 * @param since                when this status began, whole seconds, later than all of {@code history}
 * @param schemeDefinitionUris pages of the scheme, may be empty
 * @param supplyPoints         where the visa is read by machines, may be empty
 * @param definitionUris       public pages of the visa, may be empty
 * @param additionalInformation URIs of AdditionalServiceInformation, an assurance level for instance; may be empty
 * @param visa                 the project's own non-critical extension, null where nothing more is said
 * @param history              earlier statuses, the latest first, strictly descending in time
 */
public record Service(
        URI type,
        List<Localized> names,
        URI identity,
        URI status,
        Instant since,
        List<LocalizedUri> schemeDefinitionUris,
        List<SupplyPoint> supplyPoints,
        List<LocalizedUri> definitionUris,
        List<LocalizedUri> additionalInformation,
        @Nullable VisaExtension visa,
        List<HistoricalStatus> history) {
    public Service {
        names = List.copyOf(names);
        schemeDefinitionUris = List.copyOf(schemeDefinitionUris);
        supplyPoints = List.copyOf(supplyPoints);
        definitionUris = List.copyOf(definitionUris);
        additionalInformation = List.copyOf(additionalInformation);
        history = List.copyOf(history);

        Checks.own(type);
        Checks.names(Rule.NAME_HAS_ENGLISH, names);
        Checks.absolute(identity);
        Rule.IDENTITY_IS_A_URN.require("urn".equalsIgnoreCase(identity.getScheme()), identity);
        Checks.own(status);
        Checks.wholeSeconds(since);
        for (LocalizedUri information : additionalInformation) {
            Checks.own(information.uri());
        }
        Instant later = since;
        Rule order = Rule.STATUS_IS_LATER_THAN_HISTORY;
        for (HistoricalStatus earlier : history) {
            order.require(earlier.since().isBefore(later), identity, ": ", earlier.since(), " under ", later);
            Rule.HISTORY_KEEPS_TYPE_AND_IDENTITY.require(
                    earlier.type().equals(type) && earlier.identity().equals(identity),
                    identity,
                    " has history of ",
                    earlier.type(),
                    " ",
                    earlier.identity());
            later = earlier.since();
            order = Rule.HISTORY_DESCENDS;
        }
    }
}
