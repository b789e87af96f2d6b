package org.bodywork.bookings.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Somebody with a browser of their own, whose cookies nobody else has. */
public final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final boolean PICTURES = Boolean.getBoolean("screenshots") || System.getenv("SCREENSHOTS") != null;

    /** The share of the screen that moved while the page was drawn; what is still to come is drawn first. */
    private static final String LAYOUT_SHIFT = """
            () => new Promise(done => {
              let moved = 0;
              const add = list => list.getEntries().forEach(each => { moved += each.value; });
              const watch = new PerformanceObserver(add);
              watch.observe({type: 'layout-shift', buffered: true});
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { done(moved); }, 0)));
            })
            """;

    /** What sticks out to the right, where the page is wider than its screen. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth)
                .map(each => each.outerHTML.slice(0, 120))
            """;

    /** A bar that stays at the foot of the screen would lie across a picture of the whole page. */
    private static final String LOOSEN = "all => all.forEach(each => { each.style.position = 'static'; })";

    private static final String FASTEN = "all => all.forEach(each => { each.style.position = ''; })";

    private final Arrival arrival;
    private final BrowserContext context;
    private final Page page;
    private final List<String> trouble = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();

    Visitor(Arrival arrival, BrowserContext context) {
        this.arrival = arrival;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(trouble::add);
        page.onRequestFinished(finished::add);
    }

    /** For whatever this class has no word for. */
    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Goes there, and forgets what came with the pages before. */
    public Response open(String path) {
        finished.clear();
        trouble.clear();
        Response answer = page.navigate(path);
        if (answer == null) {
            throw new AssertionError("no answer at " + path);
        }
        return answer;
    }

    /**
     * That nothing has to be scrolled sideways on any screen. Pictures of the page on each of them, in the light and in the
     * dark, are taken where somebody wants to look at them: with {@code -Dscreenshots=true}, or {@code SCREENSHOTS} in the
     * environment.
     */
    public void fitsEveryScreen(String name) {
        for (Arrival.Screen screen : Arrival.Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            seesAllOfItsWidth();
            if (PICTURES) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    Arrival seen = arrival.on(screen);
                    shoot(name, scheme == ColorScheme.DARK ? seen.inTheDark() : seen);
                }
            }
        }
        page.setViewportSize(arrival.screen().width(), arrival.screen().height());
        if (PICTURES) {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(arrival.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        }
    }

    /** As the page comes out of a printer; a picture where pictures are asked for. */
    public void print(String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        if (PICTURES) {
            shoot(name);
        }
    }

    /** A picture of the whole page in {@code target/screenshots}; the name says which page. */
    public void shoot(String name) {
        shoot(name, arrival);
    }

    private void shoot(String name, Arrival seen) {
        String file = "%s-%s-%s-%s.png"
                .formatted(
                        name,
                        seen.screen().name().toLowerCase(Locale.ROOT),
                        seen.dark() ? "dark" : "light",
                        seen.language());
        Path picture = SCREENSHOTS.resolve(file);
        page.locator(".held").evaluateAll(LOOSEN);
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        page.locator(".held").evaluateAll(FASTEN);
        ForDocs.keep(picture);
    }

    /** That axe finds nothing to mend on the page. It runs in the page, so scripts have to be on. */
    public void findsItAccessible() {
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n"
                                + rule.getNodes().stream()
                                        .map(node -> "  " + node.getHtml() + "\n  " + node.getFailureSummary())
                                        .collect(Collectors.joining("\n")))
                        .toList();
        assertThat(violations).as("axe at " + page.url()).isEmpty();
    }

    /** That no script failed, and nothing was refused by the page's Content-Security-Policy. */
    public void hadNoTrouble() {
        assertThat(trouble).as("trouble at " + page.url()).isEmpty();
    }

    /** That nothing has to be scrolled sideways. */
    public void seesAllOfItsWidth() {
        assertThat((List<?>) page.evaluate(TOO_WIDE))
                .as("too wide at " + page.url())
                .isEmpty();
    }

    /** As the Layout Instability API counts; 0 where nothing moved. */
    public double layoutShift() {
        return ((Number) page.evaluate(LAYOUT_SHIFT)).doubleValue();
    }

    /** What has come over the wire since the page was opened, headers and compressed bodies. */
    public List<Transfer> transfers() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return finished.stream().map(Transfer::of).toList();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            trouble.add(message.text());
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** One request's answer, in bytes on the wire. */
    public record Transfer(String url, int bytes) {

        static Transfer of(Request request) {
            Sizes sizes = request.sizes();
            return new Transfer(request.url(), sizes.responseHeadersSize + sizes.responseBodySize);
        }
    }
}
