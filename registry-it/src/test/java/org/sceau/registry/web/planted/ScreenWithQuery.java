package org.sceau.registry.web.planted;

import javax.sql.DataSource;

/** Planted: a screen that asks the database. */
public class ScreenWithQuery {
    DataSource source;
}
