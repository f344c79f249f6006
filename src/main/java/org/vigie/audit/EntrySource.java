package org.vigie.audit;

import java.io.IOException;
import java.util.function.Consumer;

/** Where a verification reads the chains: the database ({@link AuditStore}) or an export ({@link ExportFile}). */
interface EntrySource {
    /**
     * Hands over every entry, writer by writer, each chain in order.
     *
     * @param faults takes what cannot be read as an entry
     */
    void forEach(Consumer<Entry> reader, Faults faults) throws IOException;
}
