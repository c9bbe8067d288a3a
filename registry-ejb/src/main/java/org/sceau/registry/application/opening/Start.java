package org.sceau.registry.application.opening;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.administering.Schema;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.inviting.KeepOrganisations;
import org.sceau.registry.application.notifying.MailSettings;
import org.sceau.registry.application.publishing.IssueTrustLists;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.searching.CatalogueIndex;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.vulnerability.LegalClocks;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.ListSigner;

/**
 * The order in which the house opens: settings, operator, schemes and key are checked, the schema is brought up to date, scheme
 * definitions are compared with those on record and entitlements of the body with them, the first accounts with their organisations and the demonstration come in, the index opens, interrupted imports go on, due lists are issued. If one step fails the
 * registry does not start.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
    private static final Logger LOG = Logger.getLogger(Start.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    Settings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Operator operator;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    LegalClocks clocks;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ListSigner signer;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AnnouncedSigners announced;

    /** Asked for here, so that a wrong one is found at the start and not with the first mail. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    MailSettings mail;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schema schema;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RevisionsInUse editions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FirstAccounts firstAccounts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Demonstration demonstration;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DemonstrationLaboratories laboratories;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DemonstrationCases cases;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepOrganisations organisations;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CatalogueIndex index;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    IssueTrustLists lists;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Readiness readiness;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Welcome welcome;

    @PostConstruct
    void open() {
        LOG.info(() -> "starting for " + operator.name().en() + " in " + settings.mode() + " mode, data in "
                + settings.home() + ", " + schemes.all().size() + " scheme versions, "
                + clocks.rules().size() + " legal clocks");
        LOG.info(() -> "lists are signed by "
                + signer.certificate().getSubjectX500Principal().getName() + ", announced signers: "
                + announced.certificates().size());
        LOG.info(() -> mail.server()
                .map(server -> "mail goes out by " + server.host() + ":" + server.port())
                .orElse("no mail goes out"));
        schema.bringUpToDate();
        editions.open();
        KnownEntitlements.require(operator.certificationBody(), schemes);
        firstAccounts.create();
        organisations.registerKnown();
        demonstration.furnish();
        laboratories.furnish();
        cases.furnish();
        index.open();
        lists.issueDue();
        // What takes effect with its list is to be seen from the first answer on.
        index.catchUp();
        readiness.opened();
        imports.resume();
        welcome.leave();
        LOG.info("the registry is open");
    }
}
