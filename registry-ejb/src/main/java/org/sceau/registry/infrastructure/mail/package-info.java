/** Mail over SMTP by Jakarta Mail: its settings, its words, and what a server's answers mean. */
@NullMarked
package org.sceau.registry.infrastructure.mail;

import org.jspecify.annotations.NullMarked;
