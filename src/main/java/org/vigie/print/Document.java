package org.vigie.print;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.vigie.kernel.Language;

/**
 * What is printed.
 *
 * @param title also the first heading, and what a reader shows in its title bar
 * @param language of everything that no {@link Part.Foreign} says otherwise
 * @param footer at the foot of every page, before its number
 * @param made when it was drawn
 * @param attachments files that it carries within
 */
public record Document(
        String title, Language language, String footer, Instant made, List<Part> parts, List<Attachment> attachments) {
    public Document {
        parts = List.copyOf(parts);
        attachments = List.copyOf(attachments);
    }

    public Document(String title, Language language, String footer, Instant made, List<Part> parts) {
        this(title, language, footer, made, parts, List.of());
    }

    /** @param description what it is, for whoever sees only a list of attachments */
    public record Attachment(String name, String mediaType, String description, byte[] content) {
        public Attachment {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Attachment(String itsName, String itsType, String its, byte[] itsContent)
                    && name.equals(itsName)
                    && mediaType.equals(itsType)
                    && description.equals(its)
                    && Arrays.equals(content, itsContent);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + Arrays.hashCode(content);
        }
    }
}
