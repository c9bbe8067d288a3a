/**
 * Putting a visa on record: its first version and each later one, with slug, journal entry and announcement in the same
 * transaction. Imports, demo data and decisions all write visas here and nowhere else.
 */
@NullMarked
package org.sceau.registry.application.recording;

import org.jspecify.annotations.NullMarked;
