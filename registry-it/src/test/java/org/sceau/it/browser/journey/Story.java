package org.sceau.it.browser.journey;

/** What happens in one matter under one scheme, by everybody who has a part in it; what is refused first comes first. */
interface Story {
    void tell(Journey journey);
}
