package org.vigie.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.vigie.kernel.Language;

/** The few kinds of answer that a page gives. */
public final class Pages {
    /** A form that is shown again with its errors (RFC 9110 §15.5.21). */
    private static final int UNPROCESSABLE = 422;

    private Pages() {}

    public static Response show(TemplateInstance page, Language language) {
        return answer(200, page, language);
    }

    /** A form with what is wrong with it. */
    public static Response showAgain(TemplateInstance page, Language language) {
        return answer(UNPROCESSABLE, page, language);
    }

    /** A page that says that there is nothing here, and where to look. */
    public static Response missing(TemplateInstance page, Language language) {
        return answer(404, page, language);
    }

    /** After a change, so that a reload does not repeat it. */
    public static Response goTo(String path) {
        return Response.seeOther(URI.create(path))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Where the password is asked for again before an act that needs it. @param next where one wanted to go */
    public static String confirmPath(String next) {
        return LocalPath.then("/account/confirm", next);
    }

    /** Nothing of a person's page is kept by the browser or a proxy: it may show a key or a password once. */
    private static Response answer(int status, TemplateInstance page, Language language) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .entity(page.setLocale(language.locale()).render())
                .build();
    }
}
