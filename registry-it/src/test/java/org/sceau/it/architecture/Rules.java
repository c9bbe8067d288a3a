package org.sceau.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sceau.registry.api.access.ForEveryRole;
import org.sceau.registry.api.access.ForOwnAccount;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.application.inviting.AcceptInvitation;

/** The rules by name. Allow-lists where possible: a forbidden package that does not exist can never be violated. */
final class Rules {
    private static final String DOMAIN = "org.sceau.registry.domain..";
    private static final String APPLICATION = "org.sceau.registry.application..";
    private static final String INFRASTRUCTURE = "org.sceau.registry.infrastructure..";
    private static final String API = "org.sceau.registry.api..";
    private static final String WEB = "org.sceau.registry.web..";
    private static final String TRUST_LIST = "org.sceau.trustlist..";
    private static final String LEDGER = "org.sceau.ledger..";

    private Rules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "domain is plain Java",
                classes()
                        .that()
                        .resideInAPackage(DOMAIN)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(DOMAIN, "java..", "org.jspecify.."));
        rules.put(
                "application knows the domain, the ledger and the lists, never how things are done",
                classes()
                        .that()
                        .resideInAPackage(APPLICATION)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                APPLICATION,
                                DOMAIN,
                                TRUST_LIST,
                                LEDGER,
                                "java..",
                                "javax..",
                                "jakarta..",
                                "org.jspecify..",
                                "org.bouncycastle.."));
        rules.put(
                "nobody imports infrastructure",
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN, APPLICATION, API, WEB, TRUST_LIST, LEDGER)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(INFRASTRUCTURE));
        rules.put(
                "infrastructure imports no screen and no resource",
                noClasses()
                        .that()
                        .resideInAPackage(INFRASTRUCTURE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(API, WEB));
        rules.put(
                "resources know application and domain",
                classes()
                        .that()
                        .resideInAPackage(API)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                API,
                                APPLICATION,
                                DOMAIN,
                                "java..",
                                "jakarta..",
                                "org.jspecify..",
                                "org.eclipse.microprofile.."));
        rules.put(
                "screens know application and domain",
                classes()
                        .that()
                        .resideInAPackage(WEB)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                WEB,
                                API,
                                APPLICATION,
                                DOMAIN,
                                "java..",
                                "jakarta..",
                                "org.jspecify..",
                                "org.eclipse.microprofile..",
                                "org.primefaces..",
                                // Draws QR codes, and nothing else.
                                "io.nayuki.qrcodegen.."));
        rules.put(
                "who somebody is, the sign-in says alone",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(Actor.class.getName())
                        .and()
                        .doNotHaveFullyQualifiedName(SignIn.class.getName())
                        .and()
                        // Asks what somebody may who is not there: the actor goes nowhere.
                        .doNotHaveFullyQualifiedName(AcceptInvitation.class.getName())
                        .should()
                        .callConstructorWhere(DescribedPredicate.describe(
                                "an actor is made",
                                call -> call.getTargetOwner().isEquivalentTo(Actor.class))));
        rules.put(
                "lists and ledger stand alone",
                classes()
                        .that()
                        .resideInAnyPackage(TRUST_LIST, LEDGER)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                TRUST_LIST, LEDGER, "java..", "javax..", "org.jspecify..", "org.bouncycastle.."));
        rules.put(
                "rooms form no cycle",
                slices().matching("org.sceau.(**)").should().beFreeOfCycles());
        rules.put(
                "time comes from a clock",
                noClasses()
                        .that(not(resideInAPackage("org.sceau.registry.infrastructure.time..")))
                        .should()
                        .accessTargetWhere(asksTheMachineForTheTime()));
        rules.put(
                "rows stay in persistence",
                classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .bePackagePrivate()
                        .andShould()
                        .resideInAPackage("org.sceau.registry.infrastructure.persistence"));
        rules.put(
                "the database is touched in persistence alone",
                noClasses()
                        .that(not(resideInAPackage("org.sceau.registry.infrastructure.persistence..")))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "java.sql..", "javax.sql..", "jakarta.persistence..", "org.flywaydb..")));
        rules.put(
                "H2 is named in its own room alone",
                noClasses()
                        .that(not(resideInAPackage("org.sceau.registry.infrastructure.persistence.h2..")))
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.h2..")));
        rules.put(
                "the door alone opens transactions",
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("org.sceau.registry.infrastructure.persistence.JtaTransactions")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(UserTransaction.class));
        rules.put(
                "beans of the container start in application",
                classes()
                        .that()
                        .areAnnotatedWith(Singleton.class)
                        .or()
                        .areAnnotatedWith(Stateless.class)
                        .should()
                        .resideInAPackage(APPLICATION));
        rules.put(
                "every endpoint says who may call it",
                methods()
                        .that()
                        .areMetaAnnotatedWith(HttpMethod.class)
                        .should()
                        .beAnnotatedWith(RolesAllowed.class)
                        .orShould()
                        .beAnnotatedWith(ForEveryRole.class)
                        .orShould()
                        .beAnnotatedWith(ForOwnAccount.class)
                        .orShould()
                        .beAnnotatedWith(PermitAll.class));
        rules.put(
                "no server is named",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "fish.payara..",
                                "com.sun..",
                                "sun..",
                                "org.glassfish..",
                                "org.eclipse.persistence..",
                                "org.jboss..",
                                "com.hazelcast..")));
        rules.put(
                "no room is called util, common, helper or manager",
                noClasses()
                        .should()
                        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..manager.."));
        rules.put("every room says what it holds", classes().should(haveAPackageInfo()));
        return rules;
    }

    /** Called or referred to, with a zone or without: what takes no clock of ours reads the machine's. */
    private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe(
                "the machine is asked for the time",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && isOfTheMachine(target));
    }

    private static boolean isOfTheMachine(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        if (owner.startsWith("java.time.")) {
            return target.getName().matches("now|system.*|tick.*")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        }
        return owner.equals(System.class.getName()) && target.getName().equals("currentTimeMillis")
                || owner.equals(Date.class.getName())
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
    }

    private static ArchCondition<JavaClass> haveAPackageInfo() {
        return new ArchCondition<>("have a package-info in their package") {
            private Map<String, Boolean> described = Map.of();

            @Override
            public void init(java.util.Collection<JavaClass> all) {
                described = new LinkedHashMap<>();
                all.forEach(type -> described.merge(
                        type.getPackageName(), type.getSimpleName().equals("package-info"), Boolean::logicalOr));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean ok = described.getOrDefault(type.getPackageName(), false);
                events.add(new SimpleConditionEvent(type, ok, type.getPackageName() + " has no package-info"));
            }
        };
    }
}
