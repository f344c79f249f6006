package org.vigie.knowledge;

import java.util.List;
import java.util.stream.Stream;

/** What a reader must know of a document, in words. */
record DocumentWords(KnowledgeMessages say) {
    List<String> of(Document document) {
        Stream<String> fault = document.fault().map(say::faultOf).stream();
        return Stream.concat(fault, document.notes().stream().map(this::note)).toList();
    }

    private String note(String written) {
        String[] parts = written.split(" ", 2);
        return say.note(parts[0], parts.length > 1 ? parts[1] : "");
    }
}
