package org.bodywork.therapists.listing.domain;

/** What a practice's clients are told of their visits, in the words that travel to whoever sends it. */
public enum MessageKind {
    REQUEST_RECEIVED(Moment.AS_IT_HAPPENS),
    CONFIRMATION(Moment.AS_IT_HAPPENS),
    PROPOSAL(Moment.AS_IT_HAPPENS),
    MOVED(Moment.AS_IT_HAPPENS),
    CHANGED(Moment.AS_IT_HAPPENS),
    MOVE_PROPOSED(Moment.AS_IT_HAPPENS),
    NOT_MOVED(Moment.AS_IT_HAPPENS),
    DECLINED(Moment.AS_IT_HAPPENS),
    CANCELLATION(Moment.AS_IT_HAPPENS),
    EXPIRED(Moment.AS_IT_HAPPENS),
    NEW_LINK(Moment.AS_IT_HAPPENS),
    OFFER(Moment.AS_IT_HAPPENS),
    ALTERNATIVES(Moment.AS_IT_HAPPENS),
    PLAN_TO_AGREE(Moment.AS_IT_HAPPENS),
    NEXT_VISIT_DUE(Moment.AS_IT_HAPPENS),
    REMINDER(Moment.BEFORE_THE_VISIT),
    INTAKE_MISSING(Moment.BEFORE_THE_VISIT),
    FOLLOW_UP(Moment.AFTER_THE_VISIT),
    REVIEW_REQUEST(Moment.AFTER_THE_VISIT);

    /** What a message is told in relation to. */
    public enum Moment {
        AS_IT_HAPPENS,
        BEFORE_THE_VISIT,
        AFTER_THE_VISIT
    }

    private final Moment moment;

    MessageKind(Moment moment) {
        this.moment = moment;
    }

    public static MessageKind ofWord(String word) {
        return Vocabulary.constant(MessageKind.class, word);
    }

    public Moment moment() {
        return moment;
    }

    /**
     * Says what is wrong with telling it then.
     *
     * @throws InvalidValue when it would be told too late to be of use, too early to be true, or at no time at all
     */
    public void requireToldAt(MessageTime time) {
        Moment told = time.moment();
        if (told == moment) {
            return;
        }
        throw new InvalidValue(
                switch (moment) {
                    case AS_IT_HAPPENS -> name() + " goes as soon as it happens, so it has no time of its own";
                    case BEFORE_THE_VISIT ->
                        told == Moment.AFTER_THE_VISIT
                                ? "sends after the visit"
                                : "is required: %s goes at a time before the visit".formatted(name());
                    case AFTER_THE_VISIT ->
                        told == Moment.BEFORE_THE_VISIT
                                ? "sends before the visit"
                                : "is required: %s goes at a time after the visit".formatted(name());
                });
    }
}
