package org.vigie.rulebook;

import java.util.Comparator;
import java.util.List;

/** A document cannot be read; nothing was done. */
final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DocumentFault> faults;

    /** @param faults at least one */
    DocumentException(List<DocumentFault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = faults.stream()
                .sorted(Comparator.comparingInt(DocumentFault::line))
                .toList();
    }

    DocumentException(int line, DocumentFault.Kind kind) {
        this(List.of(new DocumentFault(line, kind, "")));
    }

    List<DocumentFault> faults() {
        return faults;
    }
}
