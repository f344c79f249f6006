package org.vigie.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @Test
    void shows_html_instead_of_obeying_it() {
        assertThat(Markdown.html("<script>alert(1)</script>\n\na <b onclick=\"x()\">b</b>"))
                .doesNotContain("<script", "<b ")
                .contains("&lt;script&gt;", "&lt;b onclick=&quot;x()&quot;&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x]( javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](//evil.example/x)",
                "[x](/sign-out)",
                "[x](file:///etc/passwd)",
                "<javascript:alert(1)>",
                "[x][y]\n\n[y]: javascript:alert(1)"
            })
    void links_nowhere_but_to_the_web_and_to_mail(String markdown) {
        assertThat(Markdown.html(markdown)).doesNotContain("<a", "href").contains("<p>");
    }

    @Test
    void opens_links_apart_and_tells_them_nothing() {
        assertThat(Markdown.html("[x](https://example.org/?a=1&b=\"2\")"))
                .contains("href=\"https://example.org/?a=1&amp;b=%222%22\"")
                .contains("rel=\"noopener noreferrer nofollow\"")
                .contains("target=\"_blank\"");
        assertThat(Markdown.html("<a.durand@example.org>")).contains("href=\"mailto:a.durand@example.org\"");
    }

    @Test
    void fetches_no_image() {
        assertThat(Markdown.html("![le plan](https://evil.example/?q=secret)"))
                .isEqualTo("<div class=\"prose-block\"><p>le plan</p></div>");
    }

    @Test
    void cannot_break_out_of_an_attribute() {
        assertThat(Markdown.html("```\" onload=x\ncode\n```")).contains("language-&quot;");
        assertThat(Markdown.html("[x](https://e.org \"a\\\" onclick=\\\"b\")")).doesNotContain("onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "1. ", "[", "![", "**a ", "*a **b ", "`", "(", "| ", "~~", "<", "&"})
    void survives_a_hundred_thousand_openings(String opening) {
        String hostile = opening.repeat(100_000 / opening.length()) + "x";

        assertThat(Markdown.html(hostile)).contains("x");
    }

    @Test
    void renders_tables_that_can_be_scrolled_by_keyboard() {
        assertThat(Markdown.html("| a | b |\n| --- | ---: |\n| 1 | ~~2~~ |"))
                .startsWith("<div class=\"prose-block\"><div class=\"table-wrap\" tabindex=\"0\"><table>")
                .contains("<td align=\"right\"><del>2</del></td>");
    }

    @Test
    void resolves_references_that_come_later() {
        assertThat(Markdown.blocks("[x][y]\n\n[y]: https://example.org"))
                .singleElement()
                .asString()
                .contains("href=\"https://example.org\"");
    }
}
