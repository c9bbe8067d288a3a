/** Use cases of the applicant before anything is accepted: opening a dossier, and what would be missing in it. */
@NullMarked
package org.sceau.registry.application.submitting;

import org.jspecify.annotations.NullMarked;
