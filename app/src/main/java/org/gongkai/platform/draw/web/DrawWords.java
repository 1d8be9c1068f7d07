package org.gongkai.platform.draw.web;

import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/** What is said about a draw that does not hold (复算用语). */
@Component
class DrawWords {
    private final Wording wording;

    DrawWords(Wording wording) {
        this.wording = wording;
    }

    String fault(Fault fault) {
        return wording.say("draw.fault." + fault.slug());
    }

    /** Which part of the bundle a place lies in. */
    String part(String path) {
        var steps = path.split("/", -1);
        var part = steps.length < 2 ? "" : steps[1];
        var within = part.equals("expect") && steps.length > 2 ? "expect." + steps[2] : part;
        return wording.find("draw.part." + within).orElseGet(() -> wording.say("draw.part.bundle"));
    }
}
