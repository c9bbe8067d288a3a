package org.sceau.it.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whoever may come to the registry, one of each sort: a column of the matrix. Accounts are those of the demonstration. */
enum Principal {
    ANONYMOUS("anon", "", House.HALCYON),
    VENDOR("vend", "halcyon", House.HALCYON),
    OTHER_VENDOR("vend2", "brume", House.BRUME),
    LABORATORY("lab", "guivarch", House.HALCYON),
    OTHER_LABORATORY("lab2", "oxalis", House.BRUME),
    CERTIFIER("cert", "morvan", House.HALCYON),
    REVIEWER("rev", "calvet", House.HALCYON),
    DECIDER("dec", "tual", House.HALCYON),
    PUBLISHER("publ", "kerbrat", House.HALCYON),
    SUPERVISOR("sup", "roy", House.HALCYON),
    APPROVER("appr", "lagarde", House.HALCYON),
    COMPLAINT_HANDLER("compl", "prigent", House.HALCYON),
    AUDITOR("audit", "audit", House.HALCYON),
    ADMINISTRATOR("admin", "admin", House.HALCYON),
    MANAGER("man", "gerard", House.HALCYON),
    /** The vendor, with a token that lets in for nothing but its complaints. */
    NARROW_TOKEN("narrow", "halcyon", House.HALCYON),
    /** The vendor, with a token that was taken back. */
    REVOKED_TOKEN("revoked", "halcyon", House.HALCYON),
    /** A reviewer and decider whose account was closed. */
    CLOSED_ACCOUNT("closed", "jaouen", House.HALCYON);

    /** The vendors whose matters are visited, each with the laboratory that evaluates for it. */
    enum House {
        HALCYON,
        BRUME;

        House other() {
            return this == HALCYON ? BRUME : HALCYON;
        }
    }

    private final String column;
    private final String account;
    private final House house;

    Principal(String column, String account, House house) {
        this.column = column;
        this.account = account;
        this.house = house;
    }

    /** The name of the account; empty for nobody. */
    Optional<String> account() {
        return Optional.of(account).filter(name -> !name.isEmpty());
    }

    /** Whose matters are this one's own. For whoever belongs to neither, the first house is as good as the second. */
    House house() {
        return house;
    }

    /** Whether the demonstration's token of the account is used as it is. */
    boolean comesPlainly() {
        return this != ANONYMOUS && !hasOwnToken();
    }

    /** Whether it comes with a token that was made for it. */
    boolean hasOwnToken() {
        return this == NARROW_TOKEN || this == REVOKED_TOKEN;
    }

    /** Whether somebody signs in at the desks under this name: a token opens none, and a closed account lets in nobody. */
    boolean signsIn() {
        return comesPlainly() && this != CLOSED_ACCOUNT;
    }

    /** Whom the audit log names: a token that counts for nothing names nobody. */
    String named() {
        return this == ANONYMOUS || this == REVOKED_TOKEN || this == CLOSED_ACCOUNT ? "anonymous" : account;
    }

    /** The head of its column. */
    String column() {
        return column;
    }

    static List<String> columns() {
        return Arrays.stream(values()).map(Principal::column).collect(Collectors.toList());
    }
}
