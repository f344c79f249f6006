package org.vigie.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The browser of the distribution: nothing is downloaded for it, and it asks nobody anything. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test, with the reason, on a machine without it. */
    static Chromium start() {
        if (!Files.isExecutable(PROGRAM)) {
            String reason = PROGRAM + " is missing: install Debian's chromium to test the pages.";
            System.out.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--no-first-run")));
        return new Chromium(playwright, browser);
    }

    /** Opens a window of its own, with no session. */
    Visit visit(URI server, Look look) {
        return visit(server, look, "");
    }

    /** @param state as {@link Visit#state} gave it: the session of somebody who signed in, or empty */
    Visit visit(URI server, Look look, String state) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.colours())
                .setLocale(look.language().code())
                .setPermissions(List.of("clipboard-read", "clipboard-write"));
        if (!state.isEmpty()) options.setStorageState(state);
        BrowserContext context = browser.newContext(options);
        // A person has a language of their own; the one chosen on the page comes before it.
        if (look.language() != Look.DESK.language()) {
            context.addCookies(
                    List.of(new Cookie("vigie-language", look.language().code()).setUrl(server.toString())));
        }
        return new Visit(context, server, look);
    }

    /** Signs somebody in, as far as the chat page. @return the state of their browser, for visits to start from */
    String signIn(URI server, String email) {
        try (Visit visit = visit(server, Look.DESK)) {
            visit.signIn(email, Installation.PASSWORD);
            PlaywrightAssertions.assertThat(visit.at("#text")).isFocused();
            return visit.state();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
