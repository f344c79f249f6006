package org.vigie.assistant;

import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.Language;
import org.vigie.web.Viewer;

/**
 * Who looks at a conversation.
 *
 * @param readsRules whether a decision's page opens for them
 */
record Onlooker(Language language, boolean readsRules) {
    static Onlooker of(Viewer viewer) {
        return new Onlooker(viewer.language(), Rights.allows(viewer.caller(), Right.READ_RULES));
    }
}
