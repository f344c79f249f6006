package org.vigie.mission;

import org.jdbi.v3.core.Handle;

/** What a module keeps for missions and what goes with them at their purge; each module that keeps something has one. */
public interface MissionContent {
    /** What it is, in the plural: {@code conversations}. */
    String kind();

    /** How many of them a mission has. */
    int count(Handle handle, String mission);

    /** Erases them in the transaction of the purge. @return how many */
    int erase(Handle handle, String mission);
}
