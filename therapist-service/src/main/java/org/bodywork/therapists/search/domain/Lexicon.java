package org.bodywork.therapists.search.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;

/** The words people use, in English and Spanish, for what therapists list by its proper name. */
public final class Lexicon {

    /** As {@link #conditionsIn} looks for them. */
    private static final Map<Condition, List<String>> WHOLE_WORDS = wholeWords();

    private Lexicon() {}

    /** The conditions that a text names in any of these words, in singular or plural. */
    public static Set<Condition> conditionsIn(String text) {
        Set<Condition> found = EnumSet.noneOf(Condition.class);
        if (!text.isEmpty()) {
            String plain = wholeWords(text);
            WHOLE_WORDS.forEach((condition, words) -> {
                if (words.stream().anyMatch(plain::contains)) {
                    found.add(condition);
                }
            });
        }
        return found;
    }

    private static Map<Condition, List<String>> wholeWords() {
        Map<Condition, List<String>> all = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values()) {
            all.put(condition, of(condition).stream().map(Lexicon::wholeWords).toList());
        }
        return all;
    }

    /** In singular, with a space around each word. */
    private static String wholeWords(String text) {
        return " " + singular(text) + " ";
    }

    private static String singular(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .map(word -> word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.joining(" "));
    }

    public static List<String> of(Condition condition) {
        return switch (condition) {
            case CHRONIC_PAIN ->
                List.of("chronic pain", "constant pain", "long term pain", "persistent pain", "dolor crónico");
            case BACK_PAIN ->
                List.of(
                        "back pain",
                        "backache",
                        "lower back",
                        "lumbar",
                        "sciatica",
                        "slipped disc",
                        "herniated disk",
                        "bulging disc",
                        "dolor de espalda",
                        "lumbago",
                        "ciática");
            case NECK_PAIN ->
                List.of(
                        "neck pain",
                        "shoulder pain",
                        "stiff neck",
                        "whiplash",
                        "frozen shoulder",
                        "dolor de cuello",
                        "cervical",
                        "hombro");
            case JOINT_PAIN ->
                List.of("joint pain", "sore joints", "knee pain", "hip pain", "elbow", "dolor articular", "rodilla");
            case ARTHRITIS -> List.of("arthritis", "osteoarthritis", "rheumatoid", "arthritic", "artritis", "artrosis");
            case FIBROMYALGIA -> List.of("fibromyalgia", "fibro", "fibromialgia");
            case SPINAL_STENOSIS ->
                List.of("spinal stenosis", "stenosis", "narrow spine", "spine narrowing", "estenosis espinal");
            case HEADACHE_MIGRAINE ->
                List.of("headache", "migraine", "tension headache", "head pain", "dolor de cabeza", "migraña");
            case MUSCLE_TENSION ->
                List.of(
                        "muscle tension",
                        "tight shoulders",
                        "tight muscles",
                        "knots",
                        "spasm",
                        "cramps",
                        "stiffness",
                        "tensión muscular",
                        "contractura");
            case LIMITED_MOBILITY ->
                List.of("limited mobility", "range of motion", "flexibility", "stiff joints", "movilidad limitada");
            case STRESS_ANXIETY ->
                List.of("stress", "anxiety", "relaxation", "burnout", "nervous", "estrés", "ansiedad");
            case POOR_SLEEP -> List.of("poor sleep", "insomnia", "sleepless", "sleep better", "insomnio", "dormir mal");
            case SPORTS_RECOVERY ->
                List.of("sports recovery", "sports massage", "athlete", "running", "marathon", "deportivo");
        };
    }

    public static List<String> of(Modality modality) {
        return switch (modality) {
            case SWEDISH -> List.of("swedish massage", "relaxing massage", "gentle massage", "masaje sueco");
            case DEEP_TISSUE -> List.of("deep tissue", "firm pressure", "deep massage", "tejido profundo");
            case TRIGGER_POINT -> List.of("trigger point", "neuromuscular", "puntos gatillo");
            case MYOFASCIAL_RELEASE -> List.of("myofascial release", "fascia", "liberación miofascial");
            case HOT_STONE -> List.of("hot stone", "heated stones", "piedras calientes");
            case CBD_OIL -> List.of("cbd oil", "cbd massage", "aceite de cbd");
            case MEDICAL -> List.of("medical massage", "clinical massage", "therapeutic massage", "masaje médico");
        };
    }
}
