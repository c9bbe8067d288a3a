package org.sceau.it.house;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Readiness;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.auditing.CompareRecord;
import org.sceau.registry.application.auditing.ExportDossier;
import org.sceau.registry.application.complaining.ContestedNames;
import org.sceau.registry.application.complaining.Contests;
import org.sceau.registry.application.complaining.FileComplaint;
import org.sceau.registry.application.complaining.HandleComplaint;
import org.sceau.registry.application.complaining.ReadComplaints;
import org.sceau.registry.application.counting.ReadFigures;
import org.sceau.registry.application.deciding.CarryOut;
import org.sceau.registry.application.deciding.Decide;
import org.sceau.registry.application.deciding.Matters;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.application.deciding.SchemeOf;
import org.sceau.registry.application.deciding.WeighProposal;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.erasing.EraseMatter;
import org.sceau.registry.application.erasing.RetentionOf;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.KeepLaboratories;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.evaluating.ReadInProgress;
import org.sceau.registry.application.evaluating.ReadQueue;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.Assurances;
import org.sceau.registry.application.identifying.EndAccess;
import org.sceau.registry.application.identifying.GrantRoles;
import org.sceau.registry.application.identifying.HeldRoles;
import org.sceau.registry.application.identifying.KeepTokens;
import org.sceau.registry.application.identifying.Organisations;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.application.identifying.Tokens;
import org.sceau.registry.application.importing.Formats;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.application.importing.ImportRun;
import org.sceau.registry.application.importing.RowDecisions;
import org.sceau.registry.application.importing.Staging;
import org.sceau.registry.application.inviting.AcceptInvitation;
import org.sceau.registry.application.inviting.Invitations;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.application.inviting.KeepOrganisations;
import org.sceau.registry.application.inviting.KeepPeople;
import org.sceau.registry.application.inviting.Profiles;
import org.sceau.registry.application.leasing.Holder;
import org.sceau.registry.application.notifying.Digests;
import org.sceau.registry.application.notifying.KeepPreference;
import org.sceau.registry.application.notifying.MailSettings;
import org.sceau.registry.application.notifying.Mailer;
import org.sceau.registry.application.notifying.NotifyPeople;
import org.sceau.registry.application.notifying.Outgoing;
import org.sceau.registry.application.notifying.ReadMail;
import org.sceau.registry.application.notifying.Recipients;
import org.sceau.registry.application.proving.Attempts;
import org.sceau.registry.application.proving.Challenges;
import org.sceau.registry.application.proving.KeepFactors;
import org.sceau.registry.application.proving.KeepSessions;
import org.sceau.registry.application.proving.ShowFactor;
import org.sceau.registry.application.proving.Shown;
import org.sceau.registry.application.proving.TimeFactors;
import org.sceau.registry.application.publishing.HouseCondition;
import org.sceau.registry.application.publishing.IssueTrustLists;
import org.sceau.registry.application.publishing.ListContent;
import org.sceau.registry.application.publishing.ListedService;
import org.sceau.registry.application.publishing.ReadCondition;
import org.sceau.registry.application.publishing.SendPackage;
import org.sceau.registry.application.recording.RecordVisa;
import org.sceau.registry.application.revising.ReadDefinitions;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.application.scheduling.DeedWriter;
import org.sceau.registry.application.scheduling.ReadNotices;
import org.sceau.registry.application.scheduling.ReadScheduledWork;
import org.sceau.registry.application.scheduling.Readership;
import org.sceau.registry.application.scheduling.RecordEnds;
import org.sceau.registry.application.scheduling.ScheduledWork;
import org.sceau.registry.application.scheduling.TellApprovals;
import org.sceau.registry.application.scheduling.TellDecisions;
import org.sceau.registry.application.scheduling.TellExpiredProposals;
import org.sceau.registry.application.scheduling.TellPackages;
import org.sceau.registry.application.scheduling.TellSamples;
import org.sceau.registry.application.scheduling.WarnOfEnds;
import org.sceau.registry.application.scheduling.WatchApprovals;
import org.sceau.registry.application.scheduling.WatchBases;
import org.sceau.registry.application.scheduling.WatchDeadlines;
import org.sceau.registry.application.scheduling.WatchQuestions;
import org.sceau.registry.application.scheduling.WatchRemedies;
import org.sceau.registry.application.scheduling.WatchReviews;
import org.sceau.registry.application.scheduling.WatchSuspensions;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.application.searching.PastCatalogue;
import org.sceau.registry.application.searching.PublicFace;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.application.surveilling.AskRemedy;
import org.sceau.registry.application.surveilling.DrawSample;
import org.sceau.registry.application.surveilling.HandleVulnerability;
import org.sceau.registry.application.surveilling.KeepCompartments;
import org.sceau.registry.application.surveilling.Notices;
import org.sceau.registry.application.surveilling.NotifyOfVulnerability;
import org.sceau.registry.application.surveilling.ReadVulnerabilities;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.application.surveilling.ReviewImpact;
import org.sceau.registry.application.surveilling.VulnerabilityActs;
import org.sceau.registry.application.surveilling.WithdrawalDuty;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.vulnerability.LegalClocks;
import org.sceau.registry.infrastructure.catalogues.anssi.AnssiCatalogueFormat;
import org.sceau.registry.infrastructure.catalogues.csv.SceauCsvFormat;
import org.sceau.registry.infrastructure.keystore.FileSecretBox;
import org.sceau.registry.infrastructure.mail.SmtpMailer;
import org.sceau.registry.infrastructure.passkeys.WebAuthnPasskeys;
import org.sceau.registry.infrastructure.persistence.JdbcAgenda;
import org.sceau.registry.infrastructure.persistence.JdbcAuditLog;
import org.sceau.registry.infrastructure.persistence.JdbcCertificates;
import org.sceau.registry.infrastructure.persistence.JdbcCompartments;
import org.sceau.registry.infrastructure.persistence.JdbcComplaints;
import org.sceau.registry.infrastructure.persistence.JdbcCountedMatters;
import org.sceau.registry.infrastructure.persistence.JdbcDossiers;
import org.sceau.registry.infrastructure.persistence.JdbcErasures;
import org.sceau.registry.infrastructure.persistence.JdbcFactors;
import org.sceau.registry.infrastructure.persistence.JdbcImportJobs;
import org.sceau.registry.infrastructure.persistence.JdbcInvitations;
import org.sceau.registry.infrastructure.persistence.JdbcJournal;
import org.sceau.registry.infrastructure.persistence.JdbcKeptVersions;
import org.sceau.registry.infrastructure.persistence.JdbcLaboratories;
import org.sceau.registry.infrastructure.persistence.JdbcLeases;
import org.sceau.registry.infrastructure.persistence.JdbcNotices;
import org.sceau.registry.infrastructure.persistence.JdbcNotifications;
import org.sceau.registry.infrastructure.persistence.JdbcNumbers;
import org.sceau.registry.infrastructure.persistence.JdbcOrganisations;
import org.sceau.registry.infrastructure.persistence.JdbcOutbox;
import org.sceau.registry.infrastructure.persistence.JdbcPreferences;
import org.sceau.registry.infrastructure.persistence.JdbcProfiles;
import org.sceau.registry.infrastructure.persistence.JdbcProgress;
import org.sceau.registry.infrastructure.persistence.JdbcProposals;
import org.sceau.registry.infrastructure.persistence.JdbcRemedies;
import org.sceau.registry.infrastructure.persistence.JdbcRepetitions;
import org.sceau.registry.infrastructure.persistence.JdbcRevisions;
import org.sceau.registry.infrastructure.persistence.JdbcRoleBooks;
import org.sceau.registry.infrastructure.persistence.JdbcSamples;
import org.sceau.registry.infrastructure.persistence.JdbcSessions;
import org.sceau.registry.infrastructure.persistence.JdbcSignedWords;
import org.sceau.registry.infrastructure.persistence.JdbcTasks;
import org.sceau.registry.infrastructure.persistence.JdbcTokens;
import org.sceau.registry.infrastructure.persistence.JdbcVisas;
import org.sceau.registry.infrastructure.persistence.JdbcVulnerabilities;
import org.sceau.registry.infrastructure.persistence.ListArchive;
import org.sceau.registry.infrastructure.persistence.OnBehalf;
import org.sceau.registry.infrastructure.persistence.Sql;
import org.sceau.registry.infrastructure.schemes.ClocksFromResources;
import org.sceau.registry.infrastructure.schemes.DroppedDefinitions;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;
import org.sceau.registry.infrastructure.schemes.YamlDefinitions;
import org.sceau.registry.infrastructure.search.LuceneCatalogue;
import org.sceau.registry.infrastructure.spool.SpooledSources;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.KeySigner;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerCertificates;
import org.sceau.trustlist.signing.SignerKey;

/** A whole registry on an empty database, without a server. */
public final class House {
    public static final Actor ADMINISTRATOR =
            new Actor("admin", "Autorité de démonstration", Set.of(Role.ADMINISTRATOR));
    public static final Actor LABORATORY = new Actor("oxalis", "Laboratoire Oxalis", Set.of(Role.EVALUATOR));
    public static final Actor PUBLISHER = new Actor("kerbrat", "Centre de certification", Set.of(Role.PUBLISHER));

    public static final Schemes SCHEMES = SchemesFromResources.load(House.class.getClassLoader());
    public static final CertificationBody BODY = body();
    private static final LegalClocks CLOCKS = ClocksFromResources.load(House.class.getClassLoader());
    private static final KeyPair KEYS = SignerKey.P256.generate();

    public final ThreadDataSource database;
    public final SetClock clock;
    public final Path home;
    public final Schemes schemes;
    public final Operator operator;
    public final LegalCalendar calendar;
    /** With which a test asks: it sees everything, inside transactions of its own and outside. */
    public final Sql sql;
    /** With which the registry asks: it sees what is there for whoever acts. */
    public final Sql rows;

    public final JdbcJournal journal;
    public final JdbcOutbox outbox;
    public final JdbcVisas visas;
    public final PastCatalogue past;
    public final JdbcImportJobs jobs;
    public final Door door;
    public final RecordVisa recordVisa;
    public final ImportRun importRun;
    public final ImportCatalogue imports;
    public final ListArchive lists;
    public final IssueTrustLists issuing;
    public final SignIn signIn;
    public final JdbcSessions sessionRows;
    public final JdbcFactors factorRows;
    public final JdbcSignedWords signedWords;
    public final WebAuthnPasskeys passkeys;
    public final KeepFactors factors;
    public final ShowFactor showing;
    public final KeepSessions sessions;
    public final Organisations organisations;
    public final Profiles profiles;
    public final KeepOrganisations registering;
    public final InvitePeople inviting;
    public final AcceptInvitation accepting;
    private final Function<Invitations, AcceptInvitation> acceptingOver;
    public final KeepPeople people;
    public final KeepTokens tokens;
    public final ListSigner signer;
    public final LuceneCatalogue catalogue;
    public final JdbcDossiers dossiers;
    public final JdbcLaboratories laboratories;
    public final JdbcProposals proposals;
    public final RevisionsInUse editions;
    public final ReviseSchemes revising;
    public final ReadDefinitions definitions;
    public final ReadCondition condition;
    public final Readiness readiness;
    public final DossierActs acts;
    public final OpenDossier opening;
    public final ReadDossiers reading;
    public final ReadQueue queue;
    public final HandleDossier handling;
    public final KeepLaboratories keeping;
    public final Decide deciding;
    public final ReadInProgress inProgress;
    public final ReadFigures figures;
    public final ReadDecisions decided;
    public final WeighProposal weighing;
    public final JdbcCertificates certificates;
    public final SendPackage sending;
    public final ExportDossier exporting;
    public final CompareRecord comparing;
    public final EraseMatter erasing;
    public final ReviewImpact reviewing;
    public final JdbcLeases leases;
    public final Holder holder;
    public final JdbcTasks tasks;
    public final JdbcNotices notices;
    public final JdbcAgenda agenda;
    public final JdbcProgress progress;
    public final ScheduledWork work;
    public final ReadScheduledWork working;
    public final WorkOnTasks tasking;
    public final ReadNotices noticing;
    public final AccountsInRows accounts;
    public final FileComplaint filing;
    public final HandleComplaint complaining;
    public final ReadComplaints complaints;
    public final DrawSample sampling;
    public final GrantRoles granting;
    public final AskRemedy remedying;
    public final JdbcPreferences preferences;
    public final JdbcNotifications notifications;
    public final NotifyPeople telling;
    public final ReadMail mailing;
    private final Function<Mailer, NotifyPeople> tellingBy;
    public final KeepPreference preferring;
    public final JdbcVulnerabilities vulnerabilities;
    public final ReportVulnerability reporting;
    public final HandleVulnerability surveilling;
    public final NotifyOfVulnerability notifying;
    public final ReadVulnerabilities watching;
    public final KeepCompartments compartments;

    private House(ThreadDataSource database, Path home, SetClock clock, Operator operator, Schemes schemes) {
        this(database, home, clock, operator, schemes, new MailSettings(Optional.empty(), MailSettings.DIGEST_HOUR));
    }

    private House(
            ThreadDataSource database,
            Path home,
            SetClock clock,
            Operator operator,
            Schemes schemes,
            MailSettings mail) {
        this.database = database;
        this.clock = clock;
        this.home = home;
        this.schemes = schemes;
        this.operator = operator;
        this.calendar = new LegalCalendar(clock, operator.zone());
        Settings settings = new Settings(
                home,
                Settings.Mode.DEMO,
                operator.publicUrl(),
                Optional.empty(),
                home.resolve("schemes"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "test",
                Settings.LOOK_EVERY,
                false);
        Sql app = new Sql(database, database.onBehalf);
        this.rows = app;
        this.sql = new Sql(database.forTests(), database.onBehalf);
        // The rows that tests look into are seen as the house sees them; what the registry asks, it asks for whoever
        // acts.
        this.journal = new JdbcJournal(app);
        this.outbox = new JdbcOutbox(app);
        this.accounts = new AccountsInRows(app);
        JdbcRoleBooks roleBooks = new JdbcRoleBooks(app);
        HeldRoles heldRoles = new HeldRoles(roleBooks);
        this.organisations = new JdbcOrganisations(app);
        Tokens tokenRows = new JdbcTokens(app);
        this.sessionRows = new JdbcSessions(app);
        this.factorRows = new JdbcFactors(app);
        JdbcSignedWords wordRows = new JdbcSignedWords(app);
        this.signedWords = new JdbcSignedWords(sql);
        EndAccess access = new EndAccess(tokenRows, sessionRows);
        Assurances assurances = new Assurances(factorRows, organisations);
        JdbcVisas visaRows = new JdbcVisas(app);
        this.visas = new JdbcVisas(sql);
        this.leases = new JdbcLeases(app);
        this.holder = new Holder(settings);
        JdbcImportJobs jobRows = new JdbcImportJobs(app);
        this.jobs = new JdbcImportJobs(sql);
        this.door = new Door(
                database,
                journal,
                new JdbcAuditLog(app, database, clock),
                new Announcements(),
                clock,
                new JdbcRepetitions(app));
        this.recordVisa = new RecordVisa(visaRows);
        SpooledSources sources = new SpooledSources(home.resolve("imports"), 1L << 28);
        Formats formats = new Formats(List.of(new AnssiCatalogueFormat(schemes), new SceauCsvFormat(schemes)));
        this.importRun = new ImportRun(
                door,
                jobRows,
                sources,
                formats,
                new Staging(schemes),
                visaRows,
                recordVisa,
                new RowDecisions(visaRows, schemes, calendar),
                clock);
        this.signIn = new SignIn(
                accounts,
                tokenRows,
                database,
                sessionRows,
                heldRoles,
                organisations,
                assurances,
                (a, b, c, d) -> {},
                clock);
        TimeFactors codes = new TimeFactors(factorRows, new FileSecretBox(settings));
        this.passkeys = new WebAuthnPasskeys(operator);
        Challenges challenges = new Challenges(factorRows);
        Attempts attempts = new Attempts(door, factorRows);
        Shown shown = new Shown(sessionRows, tokenRows);
        this.factors = new KeepFactors(
                door,
                accounts,
                heldRoles,
                assurances,
                factorRows,
                codes,
                passkeys,
                challenges,
                attempts,
                shown,
                operator,
                clock);
        this.showing = new ShowFactor(
                door, accounts, factorRows, codes, passkeys, challenges, attempts, shown, wordRows, clock);
        this.sessions = new KeepSessions(door, accounts, sessionRows, clock);
        this.imports = new ImportCatalogue(door, jobRows, sources, formats, importRun, signIn, calendar, clock);
        this.lists = new ListArchive(app, settings, schemes);
        PublicFace face = new PublicFace(visaRows, schemes);
        this.past = new PastCatalogue(visaRows, lists, face, calendar);
        this.signer = new KeySigner(
                KEYS.getPrivate(),
                SignerCertificates.selfSigned(
                        KEYS,
                        operator.territory(),
                        operator.name().en(),
                        "Test signer",
                        clock.instant().minus(Duration.ofDays(400)),
                        clock.instant().plus(Duration.ofDays(4000))));
        this.issuing = new IssueTrustLists(
                door,
                lists,
                new ListContent(visaRows, operator, new ListedService(operator, schemes, calendar)),
                visaRows,
                outbox,
                schemes,
                operator,
                signer,
                AnnouncedSigners.only(signer.certificate()),
                calendar,
                clock,
                leases,
                holder);
        this.catalogue = new LuceneCatalogue(settings, visaRows, outbox, journal, schemes, lists, face, calendar);
        JdbcDossiers dossierRows = new JdbcDossiers(app, schemes);
        this.dossiers = new JdbcDossiers(sql, schemes);
        this.laboratories = new JdbcLaboratories(app);
        JdbcProposals proposalRows = new JdbcProposals(app, dossierRows);
        this.proposals = new JdbcProposals(sql, this.dossiers);
        JdbcNumbers numbers = new JdbcNumbers(app);
        JdbcCertificates certificateRows = new JdbcCertificates(app);
        this.certificates = new JdbcCertificates(sql);
        JdbcRevisions revisions = new JdbcRevisions(app);
        YamlDefinitions files = new YamlDefinitions(schemes);
        this.editions = new RevisionsInUse(door, revisions, files, schemes);
        this.definitions = new ReadDefinitions(door, files, revisions, schemes);
        this.readiness = new Readiness();
        this.condition = new ReadCondition(
                door,
                new HouseCondition(readiness, lists, catalogue, signer, () -> false, clock),
                lists,
                issuing,
                schemes,
                signer);
        this.revising =
                new ReviseSchemes(door, new DroppedDefinitions(home.resolve("schemes")), files, revisions, schemes);
        this.acts = new DossierActs(door, dossierRows, laboratories, visaRows, schemes, editions, operator, calendar);
        this.opening = new OpenDossier(door, acts, dossierRows, visaRows, numbers, editions, calendar);
        this.reading = new ReadDossiers(door, acts, laboratories, calendar, operator.workingDays());
        this.queue = new ReadQueue(door, acts, reading, calendar);
        this.handling = new HandleDossier(acts);
        this.keeping = new KeepLaboratories(door, laboratories, schemes, calendar);
        this.reviewing = new ReviewImpact(door, visaRows, dossierRows, acts, schemes, calendar);
        this.sending = new SendPackage(door, acts, certificateRows);
        this.exporting = new ExportDossier(
                door, acts, proposalRows, new JdbcKeptVersions(app), wordRows, journal, editions, calendar);
        this.comparing = new CompareRecord(door, journal, visaRows, new JdbcKeptVersions(app));
        this.erasing = new EraseMatter(
                door,
                acts,
                dossierRows,
                new JdbcErasures(app),
                new RetentionOf(dossierRows, visaRows, proposalRows, editions),
                calendar);
        JdbcVulnerabilities vulnerabilityRows = new JdbcVulnerabilities(app);
        this.vulnerabilities = new JdbcVulnerabilities(sql);
        VulnerabilityActs vulnerabilityActs =
                new VulnerabilityActs(door, vulnerabilityRows, editions, CLOCKS, calendar, operator.workingDays());
        Notices tellings = new Notices(vulnerabilityRows, visaRows, calendar);
        WithdrawalDuty duty = new WithdrawalDuty(
                vulnerabilityRows, vulnerabilityActs, tellings, visaRows, schemes, editions, calendar);
        this.reporting = new ReportVulnerability(door, vulnerabilityActs, visaRows, numbers, editions, calendar);
        this.surveilling = new HandleVulnerability(vulnerabilityActs, duty);
        this.notifying = new NotifyOfVulnerability(door, vulnerabilityActs, tellings, vulnerabilityRows, visaRows);
        this.watching = new ReadVulnerabilities(door, vulnerabilityActs, vulnerabilityRows, calendar);
        this.compartments = new KeepCompartments(door, vulnerabilityActs, new JdbcCompartments(app));
        CarryOut carryOut = new CarryOut(
                visaRows, recordVisa, numbers, dossierRows, acts, schemes, editions, operator, certificateRows);
        Matters matters = new Matters(
                dossierRows, acts, visaRows, carryOut, duty, schemes, editions, calendar, new JdbcRemedies(app));
        this.inProgress = new ReadInProgress(dossierRows, schemes, editions);
        this.figures = new ReadFigures(catalogue, new JdbcCountedMatters(app), schemes, calendar);
        SchemeOf schemeOf = new SchemeOf(dossierRows, visaRows, proposalRows);
        this.decided = new ReadDecisions(door, proposalRows, visaRows, schemeOf, calendar);
        this.deciding = new Decide(door, proposalRows, matters, visaRows, carryOut, duty, schemeOf, calendar);
        this.weighing = new WeighProposal(door, decided, deciding, matters, carryOut, visaRows, calendar);
        JdbcTasks taskRows = new JdbcTasks(app);
        this.tasks = new JdbcTasks(sql);
        JdbcNotices noticeRows = new JdbcNotices(app);
        this.notices = new JdbcNotices(sql);
        JdbcAgenda agendaRows = new JdbcAgenda(app);
        this.agenda = new JdbcAgenda(sql);
        this.progress = new JdbcProgress(app);
        DeedWriter writer = new DeedWriter(taskRows, noticeRows, agendaRows, lists, schemes, editions);
        this.work = new ScheduledWork(
                door,
                leases,
                progress,
                writer,
                List.of(
                        new WarnOfEnds(agendaRows, visaRows, schemes, editions, operator),
                        new RecordEnds(agendaRows, visaRows, schemes, calendar),
                        new WatchSuspensions(agendaRows, taskRows, visaRows, schemes, editions),
                        new WatchRemedies(
                                agendaRows, taskRows, new JdbcRemedies(app), visaRows, schemes, editions, calendar),
                        new WatchBases(agendaRows, taskRows, visaRows, schemes, calendar),
                        new WatchDeadlines(agendaRows, taskRows, dossierRows, laboratories, editions, operator),
                        new WatchApprovals(agendaRows, taskRows, dossierRows, editions, calendar),
                        new WatchQuestions(
                                agendaRows, taskRows, dossierRows, laboratories, editions, calendar, operator),
                        new WatchReviews(agendaRows, taskRows, visaRows, dossierRows, schemes, editions, operator),
                        new TellExpiredProposals(agendaRows, proposalRows, dossierRows, visaRows, editions),
                        new TellApprovals(agendaRows, dossierRows, editions, calendar),
                        new TellPackages(agendaRows, dossierRows, editions, calendar),
                        new TellSamples(new JdbcSamples(app), visaRows, editions, calendar),
                        new TellDecisions(
                                agendaRows, proposalRows, dossierRows, visaRows, laboratories, editions, calendar)),
                journal,
                calendar,
                clock,
                holder);
        this.working = new ReadScheduledWork(door, progress, leases, clock);
        Readership readership = new Readership(schemeOf);
        this.tasking = new WorkOnTasks(
                door, taskRows, writer, acts, dossierRows, visaRows, editions, schemeOf, readership, calendar);
        this.noticing = new ReadNotices(door, noticeRows, visaRows, dossierRows, readership);
        JdbcComplaints complaintRows = new JdbcComplaints(app);
        Contests contests = new Contests(visaRows, dossierRows, proposalRows, laboratories, acts, editions, clock);
        ContestedNames contested = new ContestedNames(visaRows, dossierRows, laboratories);
        this.filing = new FileComplaint(
                door, complaintRows, contests, acts, visaRows, laboratories, numbers, calendar, contested);
        this.complaining = new HandleComplaint(door, complaintRows, contests, accounts, heldRoles);
        this.complaints = new ReadComplaints(door, complaintRows, contests, contested);
        this.remedying = new AskRemedy(
                door, new JdbcRemedies(app), visaRows, schemes, editions, calendar, operator.workingDays());
        this.granting = new GrantRoles(door, accounts, roleBooks, heldRoles, organisations, schemes);
        Invitations invitations = new JdbcInvitations(app);
        JdbcProfiles profileRows = new JdbcProfiles(app);
        this.profiles = new JdbcProfiles(sql);
        this.registering = new KeepOrganisations(door, organisations, accounts, heldRoles, access);
        this.inviting =
                new InvitePeople(door, registering, invitations, accounts, profileRows, heldRoles, schemes, operator);
        this.acceptingOver = rows -> new AcceptInvitation(
                door, rows, organisations, accounts, roleBooks, profileRows, factorRows, access, clock);
        this.accepting = acceptingOver.apply(invitations);
        this.tokens = new KeepTokens(door, tokenRows, accounts);
        this.people = new KeepPeople(door, registering, accounts, profileRows, heldRoles, access);
        JdbcPreferences preferenceRows = new JdbcPreferences(app);
        this.preferences = new JdbcPreferences(sql);
        JdbcNotifications notificationRows = new JdbcNotifications(app);
        this.notifications = new JdbcNotifications(sql);
        Digests digests = new Digests(mail, calendar);
        Recipients recipients = new Recipients(
                accounts,
                signIn,
                profileRows,
                preferenceRows,
                noticeRows,
                taskRows,
                readership,
                vulnerabilityRows,
                notifying);
        Outgoing outgoing = new Outgoing(notificationRows, recipients, operator);
        this.tellingBy = mailer -> new NotifyPeople(
                door,
                leases,
                outbox,
                journal,
                notificationRows,
                recipients,
                outgoing,
                mailer,
                digests,
                progress,
                calendar,
                holder);
        SmtpMailer mailer = new SmtpMailer(mail, operator, clock);
        this.telling = tellingBy.apply(mailer);
        this.mailing = new ReadMail(door, notifications, mailer);
        this.preferring = new KeepPreference(
                door, accounts, profileRows, preferenceRows, notificationRows, digests, mailer, calendar);
        this.sampling = new DrawSample(door, new JdbcSamples(app), visaRows, schemes, calendar);
    }

    /** Enrols an authenticator for somebody. */
    public Authenticator enrol(Actor actor) {
        KeepFactors.Begun begun = factors.begin(actor, "téléphone");
        Authenticator authenticator = new Authenticator(begun.secret());
        factors.confirm(actor, begun.factor().id(), authenticator.code(clock.instant()));
        return authenticator;
    }

    /** The same use case over rows that a test looks into. */
    public AcceptInvitation acceptingWith(Invitations rows) {
        return acceptingOver.apply(rows);
    }

    /** Telling people by another way out. */
    public NotifyPeople tellingBy(Mailer mailer) {
        return tellingBy.apply(mailer);
    }

    /** Gives somebody an account. */
    public void account(Actor actor) {
        door.enter(Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "accounts", passage -> {
            accounts.add(
                    new Accounts.Account(
                            UUID.randomUUID().toString(), actor.name(), "-", actor.organisation(), actor.roles(), true),
                    passage.now());
            long position = passage.record(
                    new Entry("accounts-created", "accounts", Optional.empty(), Map.of(), Map.of(), Entry.Topic.HOUSE));
            if (organisations.named(actor.organisation()).isEmpty()) {
                OrganisationKind kind = actor.organisation().startsWith("Autorité")
                        ? OrganisationKind.AUTHORITY
                        : OrganisationKind.ofRoles(actor.roles());
                organisations.add(new Organisations.Recorded(
                        new Member(new OrganisationId(UUID.randomUUID()), actor.organisation(), kind, true, 1),
                        passage.now(),
                        position));
            }
            return position;
        });
    }

    /** An empty registry; the clock stands on 5 December 2025 at noon. */
    public static House on(Database database, Path home) {
        return on(database, home, Languages.USUAL);
    }

    /** The same for an operator with other languages. */
    public static House on(Database database, Path home, Languages languages) {
        return new House(
                database.migrated(), home, new SetClock("2025-12-05T11:00:00Z"), operator(languages, BODY), SCHEMES);
    }

    /** The same with scheme definitions of its own, which a test may correct. */
    public static House withOwnSchemes(Database database, Path home) {
        return new House(
                database.migrated(),
                home,
                new SetClock("2025-12-05T11:00:00Z"),
                operator(Languages.USUAL, BODY),
                SchemesFromResources.load(House.class.getClassLoader()));
    }

    /** A registry on a database that is migrated already. */
    public static House over(ThreadDataSource database, Path home, SetClock clock) {
        return new House(database, home, clock, operator(Languages.USUAL, BODY), SCHEMES);
    }

    /** The same registry after a restart: same database, same data folder. */
    public House restarted() {
        return new House(database, home, clock, operator, schemes);
    }

    /** The same after a restart with a mail server. */
    public House mailingBy(MailSettings.Server server) {
        return new House(
                database,
                home,
                clock,
                operator,
                schemes,
                new MailSettings(Optional.of(server), MailSettings.DIGEST_HOUR));
    }

    /** The same after a restart with another issuer in the operator file. */
    public House issuing(CertificationBody body) {
        return new House(database, home, clock, operator(operator.languages(), body), schemes);
    }

    /** Another node on the same database, which has heard of nothing yet; the clock is the same. */
    public House anotherNode(Path otherHome) {
        return new House(database, otherHome, clock, operator, SchemesFromResources.load(House.class.getClassLoader()));
    }

    public ImportJob importCsv(String csv, boolean dryRun) {
        return importing("sceau-csv", csv.getBytes(StandardCharsets.UTF_8), dryRun, Optional.empty());
    }

    public ImportJob importOfficial(Path file, boolean dryRun, LocalDate edition) throws IOException {
        return importing("anssi-catalogue", Files.readAllBytes(file), dryRun, Optional.of(edition));
    }

    public ImportJob importing(String format, byte[] bytes, boolean dryRun, Optional<LocalDate> edition) {
        return importing(new ImportRequest(format, dryRun, edition, "test"), bytes);
    }

    public ImportJob importing(ImportRequest request, byte[] bytes) {
        try (InputStream body = new ByteArrayInputStream(bytes)) {
            return imports.now(ADMINISTRATOR, request, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Gives the index back, as the end of a server does. */
    public void closeIndex() {
        catalogue.close();
    }

    /** What a superuser sees of the database: every row, whatever the second wall says. */
    public Sql superuser() {
        return new Sql(database.forSuperuser(), new OnBehalf());
    }

    public long count(String table) {
        return sql.number("select count(*) from " + table);
    }

    /** The authority, accredited for one span of five years after another, and notified. */
    private static CertificationBody body() {
        Set<SchemeId> schemes = Set.of(new SchemeId("eucc"), new SchemeId("eucc-pp"));
        List<Entitlement> entitlements = new ArrayList<>();
        for (int year = 2020; year < 2045; year += 5) {
            entitlements.add(new Entitlement(
                    Entitlement.Kind.ACCREDITATION,
                    "ACC-" + year,
                    schemes,
                    Set.of(),
                    Set.of("SMART_CARDS", "SOFTWARE", "NETWORK", "MISCELLANEOUS"),
                    LocalDate.of(year, 1, 1),
                    Optional.of(LocalDate.of(year + 4, 12, 31)),
                    List.of(),
                    List.of()));
        }
        entitlements.add(new Entitlement(
                Entitlement.Kind.NOTIFICATION,
                "NOT-1",
                schemes,
                Set.of(),
                Set.of(),
                LocalDate.parse("2020-01-01"),
                Optional.empty(),
                List.of(),
                List.of()));
        return new CertificationBody("9990", true, entitlements);
    }

    private static Operator operator(Languages languages, CertificationBody body) {
        URI address = URI.create("http://127.0.0.1:8080");
        return new Operator(
                new Label("Autorité de démonstration", "Demonstration Authority"),
                Label.same("Sceau"),
                new Label("Registre des visas de sécurité", "Registry of security visas"),
                "ZZ",
                ZoneId.of("Europe/Paris"),
                new Operator.Address("1 rue de l’Exemple", "Exempleville", "00000", "ZZ"),
                "contact@registre.example",
                "securite@registre.example",
                URI.create("https://autorite.example/"),
                address,
                URI.create(address + "/uri/"),
                "urn:sceau:demo:visa:",
                new Label("Liste de démonstration.", "Demonstration list."),
                List.of(),
                body,
                new org.sceau.registry.domain.calendar.WorkingDays(
                        org.sceau.registry.domain.calendar.Holidays.french(), java.util.Set.of()),
                languages,
                true);
    }
}
