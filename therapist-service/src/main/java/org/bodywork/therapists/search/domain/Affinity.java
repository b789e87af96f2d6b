package org.bodywork.therapists.search.domain;

import static org.bodywork.therapists.listing.domain.Condition.ARTHRITIS;
import static org.bodywork.therapists.listing.domain.Condition.BACK_PAIN;
import static org.bodywork.therapists.listing.domain.Condition.CHRONIC_PAIN;
import static org.bodywork.therapists.listing.domain.Condition.FIBROMYALGIA;
import static org.bodywork.therapists.listing.domain.Condition.HEADACHE_MIGRAINE;
import static org.bodywork.therapists.listing.domain.Condition.JOINT_PAIN;
import static org.bodywork.therapists.listing.domain.Condition.LIMITED_MOBILITY;
import static org.bodywork.therapists.listing.domain.Condition.MUSCLE_TENSION;
import static org.bodywork.therapists.listing.domain.Condition.NECK_PAIN;
import static org.bodywork.therapists.listing.domain.Condition.POOR_SLEEP;
import static org.bodywork.therapists.listing.domain.Condition.SPINAL_STENOSIS;
import static org.bodywork.therapists.listing.domain.Condition.SPORTS_RECOVERY;
import static org.bodywork.therapists.listing.domain.Condition.STRESS_ANXIETY;

import java.util.EnumSet;
import java.util.Set;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;

/** Which ways of massage people with a condition often choose. */
public final class Affinity {

    private Affinity() {}

    public static boolean isOftenChosen(Modality modality, Condition condition) {
        return oftenChosenFor(modality).contains(condition);
    }

    /** The ways of massage often chosen for the condition. */
    public static Set<Modality> oftenChosenFor(Condition condition) {
        Set<Modality> chosen = EnumSet.noneOf(Modality.class);
        for (Modality modality : Modality.values()) {
            if (isOftenChosen(modality, condition)) {
                chosen.add(modality);
            }
        }
        return chosen;
    }

    private static Set<Condition> oftenChosenFor(Modality modality) {
        return switch (modality) {
            case SWEDISH -> EnumSet.of(STRESS_ANXIETY, POOR_SLEEP, MUSCLE_TENSION);
            case DEEP_TISSUE -> EnumSet.of(BACK_PAIN, CHRONIC_PAIN, MUSCLE_TENSION, SPORTS_RECOVERY);
            case TRIGGER_POINT -> EnumSet.of(HEADACHE_MIGRAINE, NECK_PAIN, MUSCLE_TENSION);
            case MYOFASCIAL_RELEASE -> EnumSet.of(FIBROMYALGIA, ARTHRITIS, LIMITED_MOBILITY);
            case HOT_STONE -> EnumSet.of(BACK_PAIN, MUSCLE_TENSION, STRESS_ANXIETY);
            case CBD_OIL -> EnumSet.of(STRESS_ANXIETY, CHRONIC_PAIN, MUSCLE_TENSION);
            case MEDICAL ->
                EnumSet.of(ARTHRITIS, SPINAL_STENOSIS, FIBROMYALGIA, JOINT_PAIN, HEADACHE_MIGRAINE, CHRONIC_PAIN);
        };
    }
}
