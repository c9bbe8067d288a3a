/** What somebody shows besides the password: second factors enrolled, shown and taken away, and where an account is signed in. */
@NullMarked
package org.sceau.registry.application.proving;

import org.jspecify.annotations.NullMarked;
