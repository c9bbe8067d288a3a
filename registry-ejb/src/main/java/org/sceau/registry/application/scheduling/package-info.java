/**
 * What is done because a day has come: by one node at a time under a lease, each thing once, and all of it after any downtime. No status
 * depends on it; it asks and tells people, and lets lists and index know.
 */
@NullMarked
package org.sceau.registry.application.scheduling;

import org.jspecify.annotations.NullMarked;
