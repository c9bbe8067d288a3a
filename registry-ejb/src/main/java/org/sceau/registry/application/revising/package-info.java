/**
 * Use cases of correcting scheme definitions without a release: what lies in the configured folder, proposing it, taking it into use by a
 * second administrator; and which edition is in use, everywhere and for each dossier.
 */
@NullMarked
package org.sceau.registry.application.revising;

import org.jspecify.annotations.NullMarked;
