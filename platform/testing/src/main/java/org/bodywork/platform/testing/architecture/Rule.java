package org.bodywork.platform.testing.architecture;

/** A rule of structure; {@link Architecture} checks each. */
public enum Rule {
    /** The domain knows java, jspecify and domains only. */
    DOMAIN_STANDS_ALONE,
    /** What arranges use cases knows neither adapters nor what only they may know: web, database, broker, JSON. */
    APPLICATION_KNOWS_NO_ADAPTER,
    /** A feature's adapters are its own business. */
    ADAPTERS_ARE_PRIVATE_TO_THEIR_FEATURE,
    /** Controllers are seen by the framework only. */
    CONTROLLERS_ARE_HIDDEN,
    /** Platform packages have no word of the business in their names. */
    PLATFORM_KNOWS_NO_BUSINESS,
    /** The time comes from an injected clock; only a bean method makes a clock of the machine's. */
    TIME_IS_INJECTED,
    /** No Date, Calendar and their kin. */
    NO_LEGACY_TIME,
    /** Nothing waits for or subscribes to a pipeline, except where a thread of our own begins. */
    NO_WAITING,
    /** Dependencies come by the constructor. */
    NO_FIELD_INJECTION,
    /** Settings come as records. */
    NO_VALUE_ANNOTATION,
    /** No Service, Manager, Helper, Util, Impl or DTO at the end of a name. */
    NAMES_SAY_SOMETHING,
    /** Every package says that nothing in it is null unless marked. */
    PACKAGES_ARE_NULL_MARKED
}
