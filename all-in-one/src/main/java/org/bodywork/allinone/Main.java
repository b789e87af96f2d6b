package org.bodywork.allinone;

import java.util.Arrays;
import java.util.List;
import org.bodywork.allinone.benchmark.BenchmarkCommand;
import org.bodywork.allinone.terminal.Command;
import org.bodywork.allinone.terminal.Trouble;
import org.bodywork.platform.devservices.CannotStart;

/** What {@code ./bodywork} runs once it has found a Java and built the project. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "org/bodywork/allinone/launcher-logback.xml");
        System.exit(run(Arrays.asList(args)));
    }

    private static int run(List<String> args) {
        try {
            return command(args.getFirst(), Home.find()).run(args.subList(1, args.size()));
        } catch (Trouble | CannotStart trouble) {
            System.err.println(trouble.getMessage());
            return FAILED;
        }
    }

    private static Command command(String word, Home home) {
        return switch (word) {
            case "up" -> new UpCommand(home);
            case "status" -> new StatusCommand(home);
            case "stop" -> new StopCommand(home);
            case "clock" -> new ClockCommand(home);
            case "import" -> new ImportCommand(home);
            case "benchmark" -> new BenchmarkCommand(home);
            case "dlt" -> new DltCommand(home);
            case "journey" -> new JourneyCommand();
            case "secrets" -> new SecretsCommand();
            case "train" -> new TrainCommand(home);
            default -> throw new Trouble("\"%s\" is no command; see ./bodywork help".formatted(word));
        };
    }
}
