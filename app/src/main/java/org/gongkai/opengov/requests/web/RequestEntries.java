package org.gongkai.opengov.requests.web;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.requests.ClaimDesk;
import org.gongkai.opengov.requests.RequestRights;
import org.gongkai.platform.pages.DeskEntries;
import org.gongkai.platform.pages.DeskEntry;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** The ways in to the requests (依申请公开): the list, the board, and what is kept how long. */
@Component
class RequestEntries implements DeskEntries {
    @Override
    public List<DeskEntry> entriesFor(Actor actor) {
        var entries = new ArrayList<DeskEntry>();
        if (RequestRights.canRead(actor)) {
            entries.add(entry(20, "requests.entry", "/desk/requests"));
            entries.add(entry(21, "requests.board.entry", RequestBoardPages.ADDRESS));
        }
        if (RequestRights.canRead(actor) && ClaimDesk.reads(actor)) {
            entries.add(entry(22, "requests.claim.entry", "/desk/request-claims"));
        }
        if (RequestRights.distributes(actor)) {
            entries.add(entry(26, "requests.retention.entry", RetentionPages.ADDRESS));
        }
        return entries;
    }

    private static DeskEntry entry(int order, String key, String address) {
        return new DeskEntry(DeskEntry.Place.REGISTER, order, key, address);
    }
}
