package org.bodywork.platform.testing.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** What each {@link Rule} means. */
final class Rules {

    private Rules() {}

    static ArchRule of(Rule rule) {
        return switch (rule) {
            case DOMAIN_STANDS_ALONE -> RingRules.domainStandsAlone();
            case APPLICATION_KNOWS_NO_ADAPTER -> RingRules.applicationKnowsNoAdapter();
            case ADAPTERS_ARE_PRIVATE_TO_THEIR_FEATURE -> RingRules.adaptersArePrivateToTheirFeature();
            case CONTROLLERS_ARE_HIDDEN -> SpringRules.controllersAreHidden();
            case PLATFORM_KNOWS_NO_BUSINESS -> NameRules.platformKnowsNoBusiness();
            case TIME_IS_INJECTED -> TimeRules.timeIsInjected();
            case NO_LEGACY_TIME -> TimeRules.noLegacyTime();
            case NO_WAITING -> ReactiveRules.noWaiting();
            case NO_FIELD_INJECTION -> SpringRules.noFieldInjection();
            case NO_VALUE_ANNOTATION -> SpringRules.noValueAnnotation();
            case NAMES_SAY_SOMETHING -> NameRules.namesSaySomething();
            case PACKAGES_ARE_NULL_MARKED -> NameRules.packagesAreNullMarked();
        };
    }
}
