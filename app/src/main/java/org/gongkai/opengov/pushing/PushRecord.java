package org.gongkai.opengov.pushing;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.OutsideRecord;
import org.gongkai.platform.pages.ChineseDates;
import org.gongkai.platform.pages.Fact;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** What the document's own page says of its pushes (文件页推送情况): platform's number, last push. */
@Component
class PushRecord implements OutsideRecord {
    private final Pushes pushes;
    private final Wording wording;
    private final ChineseDates dates;

    PushRecord(Pushes pushes, Wording wording, ChineseDates dates) {
        this.pushes = pushes;
        this.wording = wording;
        this.dates = dates;
    }

    @Override
    public List<Fact> factsOf(Actor actor, DocumentId document) {
        var facts = new ArrayList<Fact>();
        pushes.lastReceived(document)
                .map(Push::receipt)
                .ifPresent(
                        it -> {
                            if (it.externalNumber() != null) {
                                facts.add(
                                        Fact.of(
                                                wording.say("pushing.one.receipt.external"),
                                                it.externalNumber()));
                            }
                        });
        pushes.last(document).ifPresent(it -> facts.add(last(actor, it)));
        return facts;
    }

    private Fact last(Actor actor, Push push) {
        return new Fact(
                wording.say("pushing.record.last"),
                wording.say(
                        "pushing.record.last.value",
                        wording.say("pushing.operation." + push.operation().name()),
                        wording.say("pushing.state." + push.state().name()),
                        dates.moment(push.queuedAt())),
                PushDesk.canRead(actor) ? "/desk/pushes/" + push.id() : null);
    }
}
