package org.bodywork.notifications;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bodywork.platform.crypto.KeyMaker;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.MessagesSettings;
import org.bodywork.platform.devservices.Ports;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Mail and SMS servers that know where the service will listen, and keys made for this run. */
final class ProvidersAndKeys implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What reports about emails are signed with. */
    static final String FEEDBACK_SECRET = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = Ports.free();
        URI here = URI.create("http://localhost:" + port);
        Messages messages =
                Messages.start(MessagesSettings.local(0, 0, 0).with(here.resolve("/webhooks/twilio/inbound")));
        context.getBeanFactory().registerSingleton("messages", messages);
        Map<String, Object> properties = new LinkedHashMap<>(secrets());
        properties.put("server.port", port);
        properties.put("bodywork.notification.url", here.toString());
        properties.put("bodywork.mail-feedback.secret", FEEDBACK_SECRET);
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", messages.ports().smtp());
        properties.put(
                "bodywork.twilio.base-url",
                "http://127.0.0.1:" + messages.ports().twilio());
        properties.put("bodywork.twilio.account-sid", MessagesSettings.LOCAL_ACCOUNT.sid());
        properties.put("bodywork.twilio.auth-token", MessagesSettings.LOCAL_ACCOUNT.token());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("providers and keys of the test", properties));
    }

    private static Map<String, Object> secrets() {
        Map<String, Object> properties = new LinkedHashMap<>();
        KeyMaker.allSecrets().forEach((name, value) -> properties.put(propertyOf(name), value));
        return properties;
    }

    private static String propertyOf(String environmentVariable) {
        return environmentVariable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
