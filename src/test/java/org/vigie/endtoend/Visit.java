package org.vigie.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One window in which somebody uses Vigie. Closing it fails when anything went wrong behind the page: an error in the
 * console (a breach of the content policy is one), an exception, an answer that was not expected, or a request to any
 * other server.
 */
final class Visit implements AutoCloseable {
    private static final Path PHOTOGRAPHS = Path.of("target", "screenshots");
    private static final String NOT_FOUND_OR_REFUSED =
            "Failed to load resource: the server responded with a status of ";

    /** In milliseconds, of actions and of assertions. A shared machine that starts a browser and a server is slow. */
    private static final int PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final URI server;
    private final Look look;
    private final List<String> troubles = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    Visit(BrowserContext context, URI server, Look look) {
        this.context = context;
        this.server = server;
        this.look = look;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(trouble -> troubles.add("exception: " + trouble));
        page.onRequest(this::watch);
    }

    private void listen(ConsoleMessage message) {
        if (!message.type().equals("error") && !message.type().equals("warning")) return;
        boolean meant = expected.stream().anyMatch(status -> message.text().startsWith(NOT_FOUND_OR_REFUSED + status));
        if (!meant) troubles.add(message.type() + " at " + message.location() + ": " + message.text());
    }

    private void watch(Request request) {
        URI to = URI.create(request.url());
        boolean ours = Set.of("data", "blob", "about").contains(to.getScheme())
                || server.getAuthority().equals(to.getAuthority());
        if (!ours) troubles.add("a request elsewhere: " + request.url());
    }

    /** From now on, an answer of this status is no trouble. */
    void expect(int status) {
        expected.add(status);
    }

    Page page() {
        return page;
    }

    Look look() {
        return look;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    void open(String path) {
        page.navigate(path);
    }

    /** The path that the window shows. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    void signIn(String email, String password) {
        open("/sign-in");
        at("#email").fill(email);
        at("#password").fill(password);
        at("main button[type=submit]").click();
    }

    /** The cookies, for another window of the same person. */
    String state() {
        return context.storageState();
    }

    /** What the keyboard is on: its id, else its accessible name. */
    String focused() {
        return (String) page.evaluate("""
                () => {
                  const one = document.activeElement;
                  return one.id ? '#' + one.id : (one.getAttribute('aria-label') ?? one.textContent.trim());
                }""");
    }

    /** No violation of the rules that a program can check. */
    void checkAccess(String name) {
        AxeResults results = new AxeBuilder(page).analyze();
        assertThat(results.getViolations().stream()
                        .map(one ->
                                one.getId() + ": " + one.getNodes().getFirst().getHtml() + " "
                                        + one.getNodes().getFirst().getFailureSummary())
                        .toList())
                .as("axe on %s, %s", name, look)
                .isEmpty();
    }

    /** Nothing has to be scrolled sideways. */
    void checkWidth(String name) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels beyond the side of %s, %s", name, look)
                .isLessThanOrEqualTo(0);
    }

    /** Opens a page and {@linkplain #check checks} it. */
    void inspect(String path, String name) {
        open(path);
        check(name);
    }

    /**
     * Nothing beyond the side, kept as a picture for people to look at, and without a violation that a program can see:
     * on a desk by day in French and on a phone by night in English, so that each width, colour and word is seen once.
     */
    void check(String name) {
        photograph(name);
        checkWidth(name);
        if (look.isPhone() == look.isDark()) checkAccess(name);
    }

    /** Keeps what the window shows, for people to look at. */
    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PHOTOGRAPHS.resolve(look.toString()).resolve(name + ".png")));
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
        assertThat(troubles).as("behind the pages").isEmpty();
    }
}
