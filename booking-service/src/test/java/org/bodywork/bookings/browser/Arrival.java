package org.bodywork.bookings.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody comes to the site: on a desktop, in English, in the light and with scripts, unless said otherwise. */
public record Arrival(int port, Screen screen, boolean dark, String language, boolean scripts) {

    /** What somebody looks at, in CSS pixels. */
    public enum Screen {
        DESKTOP(1280, 900),
        PHONE(375, 812),
        /** The narrowest that WCAG asks for. */
        NARROW(320, 640);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    public static Arrival at(int port) {
        return new Arrival(port, Screen.DESKTOP, false, "en", true);
    }

    public Arrival on(Screen another) {
        return new Arrival(port, another, dark, language, scripts);
    }

    public Arrival onPhone() {
        return on(Screen.PHONE);
    }

    public Arrival inTheDark() {
        return new Arrival(port, screen, true, language, scripts);
    }

    public Arrival speaking(String another) {
        return new Arrival(port, screen, dark, another, scripts);
    }

    public Arrival withoutScripts() {
        return new Arrival(port, screen, dark, language, false);
    }

    /** With no cookie and nothing remembered. */
    public Visitor come() {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen != Screen.DESKTOP)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(language.equals("es") ? "es-US" : "en-US")
                .setJavaScriptEnabled(scripts);
        return new Visitor(this, SiteBrowser.chromium().newContext(options));
    }
}
