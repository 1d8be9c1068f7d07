package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.List;

/** A meeting of the leading group and what it decided (领导小组会议及议定事项). */
public record GroupMeeting(long id, LocalDate heldOn, String title, List<String> decisions) {
    public GroupMeeting {
        decisions = List.copyOf(decisions);
    }
}
