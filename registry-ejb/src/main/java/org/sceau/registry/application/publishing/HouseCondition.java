package org.sceau.registry.application.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.sceau.registry.application.administering.Condition;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.administering.Writers;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.trustlist.signing.ListSigner;

/** Looks at what readers depend on: an open house, a database that answers and can be written to, an index, lists that are not overdue, a valid signer. */
@ApplicationScoped
public class HouseCondition implements Condition {
    private final Readiness readiness;
    private final PublishedLists lists;
    private final Catalogue catalogue;
    private final ListSigner signer;
    private final Writers writers;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HouseCondition() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public HouseCondition(
            Readiness readiness,
            PublishedLists lists,
            Catalogue catalogue,
            ListSigner signer,
            Writers writers,
            Clock clock) {
        this.readiness = readiness;
        this.lists = lists;
        this.catalogue = catalogue;
        this.signer = signer;
        this.writers = writers;
        this.clock = clock;
    }

    @Override
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!readiness.isOpen()) {
            complaints.add("not-open");
            return complaints;
        }
        Instant now = clock.instant();
        try {
            lists.current().stream()
                    .filter(list -> list.nextUpdate().isBefore(now))
                    .forEach(list -> complaints.add("list-overdue:" + list.family()));
        } catch (RuntimeException e) {
            complaints.add("database");
        }
        if (writers.areStuck()) {
            complaints.add("writers");
        }
        if (catalogue.generation() < 0) {
            complaints.add("index");
        }
        try {
            signer.certificate().checkValidity(Date.from(now));
        } catch (CertificateException e) {
            complaints.add("signer-expired");
        }
        return complaints;
    }
}
