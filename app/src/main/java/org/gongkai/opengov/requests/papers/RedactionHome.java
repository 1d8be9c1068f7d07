package org.gongkai.opengov.requests.papers;

import java.util.Optional;
import org.gongkai.opengov.redaction.CaseHome;
import org.gongkai.opengov.requests.RequestDesk;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** Leads from a file disclosed in part back to what is decided on with it (区分处理件所属申请). */
@Component
class RedactionHome implements CaseHome {
    private final RequestDesk requests;
    private final Wording wording;

    RedactionHome(RequestDesk requests, Wording wording) {
        this.requests = requests;
        this.wording = wording;
    }

    @Override
    public Optional<Way> of(Actor by, String caseKey) {
        return requests.numbered(by, caseKey)
                .map(it -> requests.one(by, it.id()))
                .map(
                        it ->
                                new Way(
                                        address(it),
                                        wording.say("requests.case.title", it.request().number())));
    }

    /** Where one matter is asked, its own page; else the case, where the matter is chosen. */
    private static String address(RequestView view) {
        var home = "/desk/requests/" + view.request().id();
        return view.matters().size() == 1 ? home + "/matters/1" : home;
    }
}
