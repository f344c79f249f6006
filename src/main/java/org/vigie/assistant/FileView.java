package org.vigie.assistant;

import org.vigie.kernel.Language;
import org.vigie.web.Figures;

/**
 * A file that is joined to a question, as the page shows it.
 *
 * @param id empty for one that could not be joined
 * @param characters of its text, written for people
 */
record FileView(String id, String name, String characters, boolean recognised, boolean partial, boolean commands) {
    static FileView of(Attachment file, Language language) {
        return new FileView(
                file.id().toString(),
                file.name(),
                new Figures(language).count(file.characters()),
                file.recognised(),
                file.partial(),
                file.commands());
    }

    static FileView named(String name) {
        return new FileView("", name, "", false, false, false);
    }
}
