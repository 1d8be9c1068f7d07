package org.gongkai.opengov.remediation.web;

import java.util.List;
import org.gongkai.opengov.remediation.RemediationRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to remediation (环境整治入口). */
@Component
class RemediationEntries implements DeskEntries {
    private final RemediationRights rights;

    RemediationEntries(RemediationRights rights) {
        this.rights = rights;
    }

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return rights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                45,
                                "remediation.entry",
                                "/desk/remediation"))
                : List.of();
    }
}
