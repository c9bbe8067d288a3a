package org.sceau.registry.api.account;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.inviting.KeepPeople;
import org.sceau.registry.application.inviting.Profiles;

/** @param name absent where nobody said who is behind the account */
@Schema(name = "Account")
public record PersonView(
        String username,
        String organisation,
        boolean active,
        @Nullable String name,
        @Nullable String mail,
        @Nullable String language,
        List<RoleBody> roles) {
    static PersonView of(KeepPeople.Person person) {
        return new PersonView(
                person.username(),
                person.organisation(),
                person.active(),
                person.profile().map(Profiles.Profile::name).orElse(null),
                person.profile().map(Profiles.Profile::mail).orElse(null),
                person.profile().map(Profiles.Profile::language).orElse(null),
                person.roles().grants().stream().map(RoleBody::of).toList());
    }

    /** Several of them. */
    @Schema(name = "Accounts")
    public record All(List<PersonView> accounts) {
        static All of(List<KeepPeople.Person> people) {
            return new All(people.stream().map(PersonView::of).toList());
        }
    }
}
