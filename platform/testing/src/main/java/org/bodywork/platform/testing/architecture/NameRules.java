package org.bodywork.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What names, of classes and packages, must and must not say. */
final class NameRules {

    // Without those that technical language uses as well: client, condition, credential, hold, location, plan.
    private static final Set<String> BUSINESS = Set.of(
            "appointment",
            "booking",
            "consent",
            "intake",
            "massage",
            "modality",
            "notification",
            "offer",
            "opening",
            "practice",
            "reminder",
            "therapist",
            "therapy",
            "treatment",
            "visit",
            "waitlist");

    private NameRules() {}

    static ArchRule platformKnowsNoBusiness() {
        return classes()
                .that()
                .resideInAPackage("org.bodywork.platform..")
                .should(Violation.condition("have no word of the business in their names", NameRules::businessWords));
    }

    static ArchRule namesSaySomething() {
        return noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|DTO|Dto)");
    }

    static ArchRule packagesAreNullMarked() {
        return classes().should(Violation.condition("reside in a @NullMarked package", NameRules::withoutNullMark));
    }

    private static Stream<String> businessWords(JavaClass type) {
        return wordsOf(type.getName())
                .filter(BUSINESS::contains)
                .map(word -> "%s says \"%s\"".formatted(type.getName(), word));
    }

    private static Stream<String> wordsOf(String qualifiedName) {
        return Arrays.stream(qualifiedName.split("[.$_]|(?<=[a-z0-9])(?=[A-Z])", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(NameRules::singular);
    }

    private static String singular(String word) {
        return word.endsWith("ies")
                ? word.substring(0, word.length() - 3) + "y"
                : word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static Stream<String> withoutNullMark(JavaClass type) {
        boolean marked = type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        return marked
                ? Stream.empty()
                : Stream.of("%s resides in a package without the mark".formatted(type.getName()));
    }
}
