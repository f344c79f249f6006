package org.vigie.assistant;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.vigie.mission.MissionContent;

/** The conversations of a mission, whosever they are: counted and erased, never read. */
@Singleton
final class MissionConversationStore implements MissionContent {
    @Override
    public String kind() {
        return "conversations";
    }

    @Override
    public int count(Handle handle, String mission) {
        show(handle, mission);
        return handle.createQuery("SELECT count(*) FROM assistant.conversation WHERE mission = :mission")
                .bind("mission", mission)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public int erase(Handle handle, String mission) {
        show(handle, mission);
        return handle.createUpdate("DELETE FROM assistant.conversation WHERE mission = :mission")
                .bind("mission", mission)
                .execute();
    }

    /** To the database's own guard of conversations, until the end of the transaction. */
    private static void show(Handle handle, String mission) {
        handle.createQuery("SELECT set_config('vigie.purged_mission', :mission, true)")
                .bind("mission", mission)
                .mapTo(String.class)
                .one();
    }
}
