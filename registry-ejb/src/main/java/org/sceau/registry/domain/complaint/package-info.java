/**
 * Complaints and appeals: what is contested and by whom, how far the handling is, what was concluded, and who is too near to handle it
 * (CSA Art. 63-64, ISO/IEC 17065 7.13).
 */
@NullMarked
package org.sceau.registry.domain.complaint;

import org.jspecify.annotations.NullMarked;
