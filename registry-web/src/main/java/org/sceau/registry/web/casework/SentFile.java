package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.web.form.FormFields;

/** A file that came with a form, described by its fingerprint: the bytes are not kept. */
@RequestScoped
public class SentFile {
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TITLE = 300;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** @throws org.sceau.registry.domain.refusal.Refused {@code field-missing} without a file, {@code body-too-large} */
    HandleDossier.Paper described(FormFields fields) {
        Part part = part();
        if (part == null || part.getSize() == 0) {
            throw Given.missing("file");
        }
        if (part.getSize() > LARGEST) {
            throw Refusal.of("body-too-large", Refusal.Kind.TOO_LARGE)
                    .with("most", Long.toString(LARGEST))
                    .asException();
        }
        String language = fields.choice("language");
        if (!language.matches("[a-z]{2}")) {
            throw Given.invalid("language", "two letters");
        }
        List<String> sections = fields.choices("section");
        if (sections.size() > Deposit.MAX_SECTIONS) {
            throw Given.invalid("section", "at most " + Deposit.MAX_SECTIONS);
        }
        return new HandleDossier.Paper(
                fields.text("type", LONGEST_ID),
                fields.text("title", LONGEST_TITLE),
                language,
                fields.optional("edition", LONGEST_ID),
                sections,
                sha256(part),
                part.getSize());
    }

    private @Nullable Part part() {
        try {
            return request.getPart("file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException noForm) {
            throw Given.missing("file");
        }
    }

    private static String sha256(Part part) {
        try (InputStream bytes = part.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
