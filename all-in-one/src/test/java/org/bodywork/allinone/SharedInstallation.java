package org.bodywork.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bodywork.allinone.data.DataFolder;
import org.bodywork.allinone.data.Folders;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests one installation on the embedded database, with the demo listings: what a new user has. The first test to
 * ask starts it, and it ends after the last one. Whoever uses it leaves it whole, and expects nothing of its time.
 */
final class SharedInstallation implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedInstallation.class);

    /** It and the folder that names it to commands. */
    record Shared(Bodywork bodywork, Path data) implements AutoCloseable {

        private static Shared start() {
            try {
                Path data = Files.createTempDirectory("bodywork-shared");
                Bodywork bodywork = Installations.embedded(data);
                bodywork.start();
                return new Shared(bodywork, data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        State state() {
            return new StateFile(DataFolder.at(data)).read().orElseThrow();
        }

        @Override
        public void close() throws IOException {
            bodywork.close();
            Folders.delete(data);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Shared resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class);
    }
}
