package org.sceau.registry.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.sceau.registry.api.access.WhoMayCall;
import org.sceau.registry.api.account.AccountResource;
import org.sceau.registry.api.account.AccountRolesResource;
import org.sceau.registry.api.account.FactorsResource;
import org.sceau.registry.api.account.InvitationsResource;
import org.sceau.registry.api.account.NotificationPreferenceResource;
import org.sceau.registry.api.account.OrganisationsResource;
import org.sceau.registry.api.account.SessionsResource;
import org.sceau.registry.api.account.StepUpResource;
import org.sceau.registry.api.account.TokensResource;
import org.sceau.registry.api.auditing.ComparisonResource;
import org.sceau.registry.api.catalogue.CatalogueResource;
import org.sceau.registry.api.catalogue.CertificateResource;
import org.sceau.registry.api.catalogue.VisaResource;
import org.sceau.registry.api.catalogue.VisasResource;
import org.sceau.registry.api.complaint.ComplaintResource;
import org.sceau.registry.api.complaint.ComplaintsResource;
import org.sceau.registry.api.counting.FiguresResource;
import org.sceau.registry.api.decision.DecisionsResource;
import org.sceau.registry.api.dossier.ApprovalsResource;
import org.sceau.registry.api.dossier.AssignmentResource;
import org.sceau.registry.api.dossier.ConclusionsResource;
import org.sceau.registry.api.dossier.DocumentsResource;
import org.sceau.registry.api.dossier.DossierResource;
import org.sceau.registry.api.dossier.DossiersResource;
import org.sceau.registry.api.dossier.ExportResource;
import org.sceau.registry.api.dossier.InProgressResource;
import org.sceau.registry.api.dossier.PackageResource;
import org.sceau.registry.api.dossier.QuestionsResource;
import org.sceau.registry.api.erasing.ErasureResource;
import org.sceau.registry.api.erasing.RetentionResource;
import org.sceau.registry.api.health.ConditionResource;
import org.sceau.registry.api.importing.ImportsResource;
import org.sceau.registry.api.laboratory.LabsResource;
import org.sceau.registry.api.laboratory.RestrictionsResource;
import org.sceau.registry.api.problem.AnyFailureMapper;
import org.sceau.registry.api.problem.RefusedMapper;
import org.sceau.registry.api.problem.WebFailureMapper;
import org.sceau.registry.api.request.ConditionalRequests;
import org.sceau.registry.api.revision.RevisionsResource;
import org.sceau.registry.api.scheduling.NoticesResource;
import org.sceau.registry.api.scheduling.ScheduledWorkResource;
import org.sceau.registry.api.scheduling.TasksResource;
import org.sceau.registry.api.scheme.SchemesResource;
import org.sceau.registry.api.surveilling.ImpactsResource;
import org.sceau.registry.api.surveilling.RemediesResource;
import org.sceau.registry.api.surveilling.SamplesResource;
import org.sceau.registry.api.vulnerability.CompartmentsResource;
import org.sceau.registry.api.vulnerability.VulnerabilitiesResource;
import org.sceau.registry.api.vulnerability.VulnerabilityNoticesResource;
import org.sceau.registry.api.vulnerability.VulnerabilityResource;

/** All that answers below {@code /api}, so that an unknown path there is a problem document as well. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Sceau",
                        version = "1",
                        description = "Registry of security visas. Failures are problem documents (RFC 9457, "
                                + "application/problem+json): `code` is stable, `title` and `detail` follow Accept-Language "
                                + "(fr by default, en). Days are legal days of the operator's time zone."),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "If-Match",
                                    in = ParameterIn.HEADER,
                                    required = true,
                                    description =
                                            "ETag of what was seen, such as \"v3\"; \"v0\" of what is not there yet"),
                            @Parameter(
                                    name = "Idempotency-Key",
                                    in = ParameterIn.HEADER,
                                    description = "marks repetitions of this request, for 24 hours")
                        }))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token of an account: sceau_ and 64 hexadecimal digits. Cookies are ignored.")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ImportsResource.class,
                VisaResource.class,
                VisasResource.class,
                CertificateResource.class,
                PackageResource.class,
                ExportResource.class,
                AssignmentResource.class,
                CatalogueResource.class,
                FiguresResource.class,
                SchemesResource.class,
                RevisionsResource.class,
                ConditionResource.class,
                InProgressResource.class,
                LabsResource.class,
                RestrictionsResource.class,
                DossiersResource.class,
                DossierResource.class,
                DocumentsResource.class,
                ConclusionsResource.class,
                ApprovalsResource.class,
                QuestionsResource.class,
                RetentionResource.class,
                ErasureResource.class,
                DecisionsResource.class,
                ImpactsResource.class,
                TasksResource.class,
                NoticesResource.class,
                ScheduledWorkResource.class,
                SamplesResource.class,
                RemediesResource.class,
                ComplaintsResource.class,
                ComplaintResource.class,
                VulnerabilitiesResource.class,
                VulnerabilityNoticesResource.class,
                VulnerabilityResource.class,
                CompartmentsResource.class,
                ComparisonResource.class,
                AccountResource.class,
                AccountRolesResource.class,
                InvitationsResource.class,
                OrganisationsResource.class,
                TokensResource.class,
                FactorsResource.class,
                SessionsResource.class,
                NotificationPreferenceResource.class,
                StepUpResource.class,
                WhoMayCall.class,
                ConditionalRequests.class,
                RefusedMapper.class,
                WebFailureMapper.class,
                AnyFailureMapper.class);
    }

    /** Settings of the JAX-RS implementation; another one ignores them. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // No description of the interface but our own.
                "jersey.config.server.wadl.disableWadl", true,
                // A failure without a body must not become the server's error page.
                "jersey.config.server.response.setStatusOverSendError", true,
                // Addresses in answers never depend on the Host header.
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
