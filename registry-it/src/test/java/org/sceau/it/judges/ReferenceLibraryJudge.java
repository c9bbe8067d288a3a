package org.sceau.it.judges;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.tsl.ParsingInfoRecord;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.tsl.ValidationInfoRecord;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.client.http.DSSCacheFileLoader;
import eu.europa.esig.dss.spi.tsl.TrustedListsCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.tsl.cache.CacheCleaner;
import eu.europa.esig.dss.tsl.job.TLValidationJob;
import eu.europa.esig.dss.tsl.sha2.DocumentWithSha2;
import eu.europa.esig.dss.tsl.sha2.Sha2FileCacheDataLoader;
import eu.europa.esig.dss.tsl.source.TLSource;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DSS, the reference library of the European Commission: its job for trusted lists, offline, with pinned signers. */
final class ReferenceLibraryJudge {
    private static final String PLACE = "https://lists.invalid/";

    private ReferenceLibraryJudge() {}

    static List<String> complaints(Path list, X509Certificate signer) {
        return complaints(list, Set.of(signer));
    }

    static List<String> complaints(Path list, Set<X509Certificate> signers) {
        CommonCertificateSource pinned = new CommonCertificateSource();
        signers.forEach(signer -> pinned.addCertificate(new CertificateToken(signer)));
        TLSource source = new TLSource();
        source.setUrl(PLACE + list.getFileName());
        source.setCertificateSource(pinned);
        // Without accepted versions the job does not check the structure at all.
        source.setTLVersions(List.of(5, 6));

        TrustedListsCertificateSource anchors = new TrustedListsCertificateSource();
        TLValidationJob job = new TLValidationJob();
        job.setTrustedListSources(source);
        job.setOnlineDataLoader(new Beside(list));
        job.setTrustedListCertificateSource(anchors);
        job.setCacheCleaner(new CacheCleaner());
        job.onlineRefresh();

        List<String> complaints = new ArrayList<>();
        for (TLInfo info : job.getSummary().getOtherTLInfos()) {
            ParsingInfoRecord parsing = info.getParsingCacheInfo();
            ValidationInfoRecord validation = info.getValidationCacheInfo();
            if (parsing == null || validation == null || !parsing.isResultExist() || !validation.isResultExist()) {
                complaints.add("not read: " + info.getDownloadCacheInfo().getExceptionMessage() + " "
                        + (parsing == null ? "" : parsing.getExceptionMessage()));
                continue;
            }
            List<String> structure = parsing.getStructureValidationMessages();
            // The library says null, not an empty list, when it has nothing to complain of.
            if (structure != null) {
                complaints.addAll(structure);
            }
            if (!validation.isValid()) {
                complaints.add(validation.getIndication() + " " + validation.getSubIndication());
            }
        }
        if (job.getSummary().getOtherTLInfos().size() != 1) {
            complaints.add("one list was asked about");
        }
        if (!anchors.getCertificates().isEmpty()) {
            complaints.add("a product became a trust anchor");
        }
        return complaints;
    }

    static List<String> complaintsOfDigest(Path list) {
        DSSDocument document = Sha2FileCacheDataLoader.initSha2StrictDataLoader(new Beside(list))
                .getDocument(PLACE + list.getFileName());
        return document instanceof DocumentWithSha2 both && both.getSha2Document() != null
                ? both.getErrors()
                : List.of("no .sha2 beside " + list.getFileName());
    }

    /** Serves the directory of the list, so that no network is ever asked. */
    private record Beside(Path list) implements DSSCacheFileLoader {
        @Override
        public DSSDocument getDocument(String url) {
            return new FileDocument(
                    list.resolveSibling(url.substring(PLACE.length())).toFile());
        }

        @Override
        public DSSDocument getDocument(String url, boolean refresh) {
            return getDocument(url);
        }

        @Override
        public @Nullable DSSDocument getDocumentFromCache(String url) {
            return null;
        }

        @Override
        public boolean remove(String url) {
            return false;
        }
    }
}
