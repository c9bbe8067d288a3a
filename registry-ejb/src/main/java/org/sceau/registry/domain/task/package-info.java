/** What people are asked and told because a day has come: tasks, notices, and how far ahead somebody is warned. */
@NullMarked
package org.sceau.registry.domain.task;

import org.jspecify.annotations.NullMarked;
