/**
 * Desks for what is watched over after a decision: complaints and appeals, the yearly sample, visas to review. Whoever complains comes here too.
 */
@NullMarked
package org.sceau.registry.web.overseeing;

import org.jspecify.annotations.NullMarked;
