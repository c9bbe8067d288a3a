package org.sceau.registry.application.describing;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** Words that are the same under every scheme: roles, statuses, days and spans. */
public final class FixedWords {
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRANCE);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private FixedWords() {}

    public static Phrase role(Role role) {
        return switch (role) {
            case SPONSOR -> new Phrase("commanditaire", "sponsor");
            case EVALUATOR -> new Phrase("évaluateur", "evaluator");
            case CERTIFIER -> new Phrase("certificateur", "certifier");
            case REVIEWER -> new Phrase("relecteur", "reviewer");
            case DECIDER -> new Phrase("décideur", "decider");
            case PUBLISHER -> new Phrase("responsable des publications", "publisher");
            case NCCA_SUPERVISOR -> new Phrase("superviseur de l'autorité", "supervisor of the authority");
            case NCCA_APPROVER -> new Phrase("approbateur de l'autorité", "approver of the authority");
            case COMPLAINT_HANDLER -> new Phrase("chargé des réclamations", "complaint handler");
            case AUDITOR -> new Phrase("auditeur", "auditor");
            case ADMINISTRATOR -> new Phrase("administrateur", "administrator");
            case MANAGER -> new Phrase("gestionnaire des accès", "access manager");
        };
    }

    static Phrase roles(Iterable<Role> roles) {
        List<Phrase> words = new ArrayList<>();
        roles.forEach(role -> words.add(role(role)));
        return Phrase.or(words);
    }

    public static Phrase status(VisaStatus status) {
        return switch (status) {
            case NOT_YET_IN_FORCE -> new Phrase("pas encore en vigueur", "not yet in force");
            case IN_FORCE -> new Phrase("en vigueur", "in force");
            case SUSPENDED -> new Phrase("suspendu", "suspended");
            case WITHDRAWN -> new Phrase("retiré", "withdrawn");
            case EXPIRED -> new Phrase("expiré", "expired");
            case ARCHIVED -> new Phrase("archivé", "archived");
            case NOT_MAINTAINED -> new Phrase("non maintenu", "not maintained");
        };
    }

    static Phrase kind(FactType.Kind kind) {
        return switch (kind) {
            case WHOLE -> new Phrase("nombre entier", "whole number");
            case FLAG -> new Phrase("oui ou non", "yes or no");
            case DAY -> new Phrase("jour", "day");
            case INSTANT -> new Phrase("instant", "instant");
            case TEXT -> new Phrase("une ligne de texte", "one line of text");
            case LINK -> new Phrase("une adresse http(s)", "an http(s) address");
            case CHOICE -> new Phrase("un choix", "one choice");
            case CHOICES -> new Phrase("un ou plusieurs choix", "one or more choices");
            case CODES -> new Phrase("identifiants, liste ouverte", "identifiers, open list");
            case SHARES -> new Phrase("parts, en pour cent", "shares, in percent");
        };
    }

    static Phrase part(DecisionRule.Part part) {
        return switch (part) {
            case REASONS -> new Phrase("motifs", "reasons");
            case ACTIONS -> new Phrase("actions demandées", "actions asked for");
            case PERIOD -> new Phrase("dernier jour", "last day");
            case SCOPES -> new Phrase("portées", "scopes");
            case LEVEL -> new Phrase("niveau", "level");
            case CONDITIONS -> new Phrase("conditions", "conditions");
            case VERSIONS -> new Phrase("versions du sujet", "versions of the subject");
            case ADVICE -> new Phrase("niveau de recommandation", "recommendation level");
        };
    }

    static Phrase counting(Counting counting) {
        return switch (counting) {
            case CAP -> new Phrase("jusqu'à la même date, sans report", "to the same date, never prolonged");
            case EU_1182_71 -> new Phrase("compté selon le règlement 1182/71", "counted by Regulation 1182/71");
            case WORKING_DAYS -> new Phrase("jours ouvrés", "working days");
            case WEEKDAYS -> new Phrase("jours ouvrables", "weekdays, Saturdays included");
            case HOURS -> new Phrase("en heures depuis l'instant même", "by the hour from the very instant");
        };
    }

    /** {@code 1er mars 2031}, {@code 1 March 2031}. */
    static Phrase day(LocalDate day) {
        String french = FRENCH_DAY.format(day);
        return new Phrase(day.getDayOfMonth() == 1 ? "1er" + french.substring(1) : french, ENGLISH_DAY.format(day));
    }

    /** {@code 2 ans et 6 mois}, {@code 2 years and 6 months}. */
    static Phrase span(Period period) {
        List<Phrase> parts = new ArrayList<>();
        counted(parts, period.getYears(), "an", "ans", "year");
        if (period.getMonths() != 0) {
            counted(parts, period.getMonths(), "mois", "mois", "month");
        }
        counted(parts, period.getDays(), "jour", "jours", "day");
        return Phrase.and(parts);
    }

    /** Name of the language of a two-letter code. */
    static Phrase language(String code) {
        Locale language = Locale.forLanguageTag(code);
        return new Phrase(language.getDisplayLanguage(Locale.FRENCH), language.getDisplayLanguage(Locale.ENGLISH));
    }

    static Phrase yesOrNo(boolean yes) {
        return yes ? new Phrase("oui", "yes") : new Phrase("non", "no");
    }

    private static void counted(List<Phrase> parts, int number, String one, String many, String english) {
        if (number != 0) {
            String fr = number == 1 ? one : many;
            parts.add(new Phrase(number + " " + fr, number + " " + english + (number == 1 ? "" : "s")));
        }
    }
}
