/**
 * Use cases between the first application and the decision: steps, documents, conclusions, laboratories, approvals, questions. Each act
 * takes one look at the dossier, changes it by the domain's rules, and is journalled by commitment only.
 */
@NullMarked
package org.sceau.registry.application.evaluating;

import org.jspecify.annotations.NullMarked;
