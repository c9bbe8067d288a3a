package org.sceau.registry.web.about;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.web.frame.Frame;

/** The page about the registry: its rules, its keeper, how to reach them. */
@Named
@RequestScoped
public class AboutPage {
    @Inject
    Operator operator;

    @Inject
    Frame frame;

    public String keeper() {
        return frame.texts().say("about.keeper", frame.name());
    }

    public String accessibility() {
        return frame.texts().say("about.accessibility.text", operator.mail());
    }

    public String legalNotice() {
        return frame.in(operator.legalNotice());
    }

    /** The postal address, line by line. */
    public List<String> address() {
        Operator.Address address = operator.address();
        return List.of(address.street(), address.postalCode() + " " + address.locality(), address.country());
    }
}
