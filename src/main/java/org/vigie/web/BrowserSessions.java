package org.vigie.web;

import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.vigie.configuration.VigieConfiguration;
import org.vigie.identity.Person;
import org.vigie.identity.Session;
import org.vigie.identity.Sessions;
import org.vigie.kernel.Secret;

/** Opens and closes a session, in the database and in the browser. */
@Singleton
final class BrowserSessions {
    private final Sessions sessions;
    private final boolean secure;

    @Inject
    BrowserSessions(Sessions sessions, VigieConfiguration configuration) {
        this.sessions = sessions;
        this.secure = PublicUrl.isHttps(configuration);
    }

    Session open(HttpServerResponse response, Person person) {
        Secret token = sessions.open(person.id());
        SessionCookie.write(response, token, secure);
        return sessions.find(token.reveal()).orElseThrow();
    }

    void close(HttpServerResponse response, Session session) {
        sessions.close(session.id());
        SessionCookie.clear(response, secure);
    }
}
