package org.bodywork.bookings.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;
import org.bodywork.platform.testing.OncePerJvm;
import org.bodywork.platform.testing.needs.Machine;

/**
 * The machine's Chromium, started once for all tests of this JVM; those who use it need {@code @Needs(Need.BROWSER)}.
 * Playwright may be used from one thread only: the one that runs the tests.
 */
final class SiteBrowser implements AutoCloseable {

    private static final OncePerJvm<SiteBrowser> RUNNING = new OncePerJvm<>(SiteBrowser::new);

    private final Playwright playwright;
    private final Browser chromium;

    private SiteBrowser() {
        Path program = Machine.current().browser().orElseThrow();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true));
    }

    static Browser chromium() {
        return RUNNING.get().chromium;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
