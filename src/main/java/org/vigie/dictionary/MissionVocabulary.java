package org.vigie.dictionary;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.vigie.mission.MissionContent;
import org.vigie.store.Listener;

/** The terms of a mission. Every replica unlearns them once the purge is committed. */
@Singleton
final class MissionVocabulary implements MissionContent {
    @Override
    public String kind() {
        return "terms";
    }

    @Override
    public int count(Handle handle, String mission) {
        return new TermStore(handle).countOf(mission);
    }

    @Override
    public int erase(Handle handle, String mission) {
        int erased = new TermStore(handle).removeAllOf(mission);
        Listener.announce(handle, Terms.CHANNEL);
        return erased;
    }
}
