/**
 * How a dossier goes under a scheme version: stages, moves between them, the documents, conclusions and approvals they need, and
 * deadlines. Data only; what interprets it stands with the dossier.
 */
@NullMarked
package org.sceau.registry.domain.scheme.procedure;

import org.jspecify.annotations.NullMarked;
