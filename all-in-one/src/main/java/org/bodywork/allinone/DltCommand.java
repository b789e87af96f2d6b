package org.bodywork.allinone;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.bodywork.allinone.deadletters.DeadLetterDesk;
import org.bodywork.allinone.terminal.Arguments;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;
import org.jspecify.annotations.Nullable;

/** Shows the events that could not be handled, sends them again, or gives them up. */
record DltCommand(Home home) implements Command {

    private static final String USAGE = "Write: ./bodywork dlt list [TOPIC], dlt replay TOPIC, or dlt discard TOPIC";

    @Override
    public int run(List<String> typed) {
        Arguments arguments = Arguments.read(typed, Set.of(Installation.DATA), Set.of());
        List<String> words = arguments.others();
        if (words.isEmpty() || words.size() > 2) {
            throw new Trouble(USAGE);
        }
        String topic = words.size() == 2 ? words.getLast() : null;
        DeadLetterDesk desk =
                new DeadLetterDesk(Installation.named(arguments, home).running().kafkaServers());
        System.out.println(outcome(words.getFirst(), topic, desk));
        return 0;
    }

    private static String outcome(String word, @Nullable String topic, DeadLetterDesk desk) {
        try {
            return switch (word) {
                case "list" -> "%d waiting.".formatted(desk.list(topic, System.out::println));
                case "replay" -> "%d sent again.".formatted(desk.replay(required(topic)));
                case "discard" -> "%d given up.".formatted(desk.discard(required(topic)));
                default -> throw new Trouble(USAGE);
            };
        } catch (TimeoutException e) {
            throw new Trouble("The broker does not answer; see ./bodywork status", e);
        }
    }

    private static String required(@Nullable String topic) {
        if (topic == null) {
            throw new Trouble(USAGE);
        }
        return topic;
    }
}
