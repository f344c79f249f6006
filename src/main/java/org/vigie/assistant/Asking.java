package org.vigie.assistant;

import java.util.List;
import java.util.Optional;
import org.vigie.exchange.Cancellation;
import org.vigie.identity.Caller;

/**
 * The way from the page to a model: whatever stands here examines, decides, masks, sends, restores and records. The
 * page's side of it is blocking and runs on a virtual thread per answer.
 */
public interface Asking {
    /** The models that {@code caller} may use in a mission or outside, the preferred one first; empty when there is none. */
    List<Destination> destinations(Caller caller, Optional<String> mission);

    /** The missions that {@code caller} may ask in now. */
    List<MissionChoice> missions(Caller caller);

    /**
     * Asks and blocks until the answer has ended, well or not; a problem is told in the result, not thrown.
     *
     * @param conversation the scope of the placeholders, and in which mission
     * @param model as {@link Destination#model}
     * @param history from the first turn to the question, which is last
     * @param grounds passages that the answer is to stand on
     * @param cancellation may come from another thread at any time
     */
    AnswerEnd ask(
            Caller caller,
            Conversation conversation,
            String model,
            List<Turn> history,
            Optional<Grounds> grounds,
            Listener listener,
            Cancellation cancellation);

    /** Who hears an answer come in, always from one thread at a time. */
    interface Listener {
        /**
         * Told before anything leaves, again for each attempt.
         *
         * @param marks what was found in the last turn, in its order
         * @param exactlyWhatLeft the request's body as the provider gets it; empty where no copy of it may be kept
         */
        void examined(List<Mark> marks, Optional<String> exactlyWhatLeft);

        /** @param restoredText the next piece of the answer, as the person may read it */
        void delta(String restoredText);
    }
}
