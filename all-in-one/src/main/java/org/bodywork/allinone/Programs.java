package org.bodywork.allinone;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bodywork.allinone.backing.Backing;
import org.bodywork.allinone.backing.DevServers;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Keys;
import org.bodywork.allinone.process.CommandProgram;
import org.bodywork.allinone.process.LogFile;
import org.bodywork.allinone.process.Program;
import org.bodywork.allinone.process.ReadySign;
import org.bodywork.platform.devservices.MessagesMain;

/** Every program of one installation, ready to be started. */
record Programs(
        Home home,
        UpOptions options,
        DataFolder folder,
        Keys keys,
        DevServers servers,
        Backing database,
        Backing broker) {

    private static final ReadySign SAYS_READY = new ReadySign.Line("ready");

    List<Program> foundations() {
        return Stream.concat(
                        Stream.of(database, broker)
                                .map(Backing::local)
                                .filter(Objects::nonNull)
                                .map(Backing.Local::program),
                        Stream.of(messages()))
                .toList();
    }

    List<Program> services() {
        return Stream.of(Service.values())
                .filter(options.services()::contains)
                .map(this::service)
                .toList();
    }

    private Program messages() {
        Ports ports = options.ports();
        return new CommandProgram(
                DevServers.MESSAGES,
                servers.command(
                        DevServers.MESSAGES,
                        MessagesMain.class,
                        List.of("-Xms16m", "-Xmx128m"),
                        "--smtp-port",
                        Integer.toString(ports.smtp()),
                        "--twilio-port",
                        Integer.toString(ports.twilio()),
                        "--http-port",
                        Integer.toString(ports.messages()),
                        "--inbound-url",
                        inboundUrl(ports)),
                folder.root(),
                Map.of(
                        Keys.TWILIO_ACCOUNT,
                        keys.get(Keys.TWILIO_ACCOUNT),
                        Keys.TWILIO_TOKEN,
                        keys.get(Keys.TWILIO_TOKEN)),
                SAYS_READY,
                new LogFile(folder.log(DevServers.MESSAGES)));
    }

    /** Where the provider tells of answers by SMS; the signature covers it, so it is the service's own name for it. */
    private static String inboundUrl(Ports ports) {
        return Service.NOTIFICATION.url(ports) + "/webhooks/twilio/inbound";
    }

    private Program service(Service service) {
        UnpackedJar unpacked = new UnpackedJar(home, service);
        unpacked.refresh();
        return program(service.module(), unpacked, environment(service), service.readiness(options.ports()));
    }

    /** One more instance of a service, at that port. */
    Program another(Service service, int port) {
        Map<String, String> environment = new HashMap<>(environment(service));
        environment.put("SERVER_PORT", Integer.toString(port));
        return program(
                service.module() + "-" + port,
                new UnpackedJar(home, service),
                environment,
                URI.create("http://localhost:" + port).resolve(Service.READINESS));
    }

    private Map<String, String> environment(Service service) {
        return new ServiceEnvironment(options, keys, database.address(), broker.address()).of(service);
    }

    private Program program(String name, UnpackedJar unpacked, Map<String, String> environment, URI readiness) {
        return new CommandProgram(
                name,
                unpacked.command(options.purpose()),
                unpacked.folder(),
                environment,
                new ReadySign.Address(readiness),
                new LogFile(folder.log(name)));
    }
}
