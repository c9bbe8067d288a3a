/** Which of several nodes does a kind of work now: leases that end by themselves, and that a commit renews or fails. */
@NullMarked
package org.sceau.registry.application.leasing;

import org.jspecify.annotations.NullMarked;
