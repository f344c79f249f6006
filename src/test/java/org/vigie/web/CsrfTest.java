package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest {
    private final Csrf csrf = new Csrf(Optional.of(URI.create("https://ia.example.org/")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://localhost:8080, -, localhost:8080, true",
                "https://IA.example.org, -, internal:8080, true",
                "https://ia.example.org.evil.net, -, internal:8080, false",
                "http://localhost:8081, -, localhost:8080, false",
                "http://evil.net, -, localhost:8080, false",
                "null, -, localhost:8080, false",
                "http://localhost:8080, cross-site, localhost:8080, true",
                "-, same-origin, localhost:8080, true",
                "-, none, localhost:8080, true",
                "-, cross-site, localhost:8080, false",
                "-, same-site, localhost:8080, false",
                "-, -, localhost:8080, true",
            })
    void tells_where_a_request_comes_from(String origin, String site, String host, boolean ours) {
        assertThat(csrf.sameOrigin(Optional.ofNullable(origin), Optional.ofNullable(site), Optional.ofNullable(host)))
                .isEqualTo(ours);
    }

    @Test
    void knows_its_token_and_no_other() {
        assertThat(Csrf.tokenIs("abc", "abc")).isTrue();
        assertThat(Csrf.tokenIs("abc", "abd")).isFalse();
        assertThat(Csrf.tokenIs("abc", "")).isFalse();
        assertThat(Csrf.tokenIs("abc", null)).isFalse();
    }

    @Test
    void only_reading_needs_no_token() {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "QUERY"}) {
            assertThat(Csrf.changes(method)).isTrue();
        }
        assertThat(Csrf.changes("GET")).isFalse();
        assertThat(Csrf.changes("HEAD")).isFalse();
    }

    @Test
    void only_a_form_may_bring_its_token_in_the_body() {
        assertThat(Csrf.isForm("application/x-www-form-urlencoded; charset=UTF-8"))
                .isTrue();
        assertThat(Csrf.isForm("multipart/form-data; boundary=x")).isTrue();
        assertThat(Csrf.isForm("application/json")).isFalse();
        assertThat(Csrf.isForm("text/plain")).isFalse();
        assertThat(Csrf.isForm(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.net",
                "//evil.net",
                "/\\evil.net",
                "/\t/evil.net",
                "javascript:alert(1)",
                "chat",
                "",
                "/a b",
                "/\r\nLocation: x"
            })
    void goes_on_to_no_other_site(String wanted) {
        assertThat(LocalPath.orHome(wanted)).isEqualTo("/");
    }

    @Test
    void goes_on_to_where_one_wanted_to_go() {
        assertThat(LocalPath.orHome("/settings/keys?x=1&y=2")).isEqualTo("/settings/keys?x=1&y=2");
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
        assertThat(LocalPath.signIn("/settings/keys?x=1")).isEqualTo("/sign-in?next=%2Fsettings%2Fkeys%3Fx%3D1");
        assertThat(LocalPath.signIn("/")).isEqualTo("/sign-in");
    }
}
