package org.vigie.rules;

import java.util.List;
import java.util.Optional;

/**
 * What a request would be answered, and by which effects.
 *
 * @param snapshot number of the one that it was judged by
 * @param written data class of the text as it is written; absent where the content is not known
 * @param leaving data class of what would leave, masked; absent likewise
 * @param refusal absent where it would be admitted
 * @param goesTo the target that would be asked first; absent where it would be refused, or depends on the content
 * @param rerouted whether that is another model than the one that was asked for
 * @param targets how each one of the model stands; empty where the content is not known
 */
public record Verdict(
        String snapshot,
        Optional<String> written,
        Optional<String> leaving,
        Optional<Refused> refusal,
        Optional<String> goesTo,
        boolean rerouted,
        List<Target> targets) {

    /**
     * What the person would read instead of an answer.
     *
     * @param decision the number of the one that it quotes; empty where there is none
     * @param contacts whom to speak to about it
     */
    public record Refused(String code, String title, String text, String decision, List<Contact> contacts) {}

    /**
     * How one target stands.
     *
     * @param provider its name
     * @param zone code of the provider's zone
     * @param why it is closed; empty where it is open
     * @param decision the number of the one that closed it; empty likewise, and where none did
     * @param effects that were looked at
     */
    public record Target(
            String target,
            String provider,
            String zone,
            boolean open,
            String why,
            String decision,
            List<EffectLine> effects) {}
}
