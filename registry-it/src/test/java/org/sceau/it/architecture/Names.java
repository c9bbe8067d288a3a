package org.sceau.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of ours a rule names: patterns of packages and full names of classes, read from its description. ArchUnit writes every
 * predicate there, subjects, exclusions and forbidden targets alike.
 */
final class Names {
    private static final Pattern OURS = Pattern.compile("'(org\\.sceau[^']*)'");

    private Names() {}

    static Set<String> of(ArchRule rule) {
        return OURS.matcher(rule.getDescription())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Those that fit no package and no class of the house. */
    static Set<String> unborne(ArchRule rule, JavaClasses house) {
        return of(rule).stream()
                .filter(name -> house.stream().noneMatch(type -> bears(type, name)))
                .collect(Collectors.toSet());
    }

    private static boolean bears(JavaClass type, String name) {
        boolean described = type.getSimpleName().equals("package-info");
        return type.getName().equals(name)
                || !described && PackageMatcher.of(name).matches(type.getPackageName());
    }
}
