/** The registry in its server: inside the container, and over HTTP as a whole process that may be stopped, killed and attacked. */
package org.sceau.it.server;
