package org.sceau.registry.application.administering;

import java.util.List;

/** How the house is doing. */
public interface Condition {

    /**
     * What keeps the registry from its work, as stable codes; empty when it is ready: {@code not-open}, {@code database},
     * {@code writers} when writers are stuck, {@code index}, {@code list-overdue:{family}}, {@code signer-expired}.
     */
    List<String> complaints();
}
