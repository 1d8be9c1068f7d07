package org.gongkai.opengov.requests.web;

import java.util.List;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The way in to the requests (依申请公开). */
@Component
class RequestEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        if (!RequestRights.canRead(actor)) {
            return List.of();
        }
        var requests =
                new DeskEntry(DeskEntry.Place.REGISTER, 20, "requests.entry", "/desk/requests");
        return ClaimDesk.reads(actor)
                ? List.of(
                        requests,
                        new DeskEntry(
                                DeskEntry.Place.REGISTER,
                                21,
                                "requests.claim.entry",
                                "/desk/request-claims"))
                : List.of(requests);
    }
}
