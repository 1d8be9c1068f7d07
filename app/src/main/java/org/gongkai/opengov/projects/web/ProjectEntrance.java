package org.gongkai.opengov.projects.web;

import java.util.List;
import org.gongkai.opengov.projects.ProjectRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to key projects (重点项目入口). */
@Component
class ProjectEntrance implements DeskEntries {
    private final ProjectRights rights;

    ProjectEntrance(ProjectRights rights) {
        this.rights = rights;
    }

    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        return rights.reads(actor)
                ? List.of(
                        new DeskEntry(
                                DeskEntry.Place.REGISTER, 46, "projects.entry", "/desk/projects"))
                : List.of();
    }
}
