package org.gongkai.opengov.disclosures.web;

import org.gongkai.opengov.columns.Columns;
import org.gongkai.opengov.disclosures.DocumentDesk;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.springframework.stereotype.Component;

/** Documents as the API answers them (文件答复). */
@Component
class DocumentAnswers {
    private final DocumentDesk desk;
    private final PublishingDesk publishing;
    private final Columns columns;
    private final Wording wording;

    DocumentAnswers(
            DocumentDesk desk, PublishingDesk publishing, Columns columns, Wording wording) {
        this.desk = desk;
        this.publishing = publishing;
        this.columns = columns;
        this.wording = wording;
    }

    /** The document as this person sees it now. */
    DocumentAnswer of(Actor actor, DocumentId id) {
        var view = desk.view(actor, id);
        return DocumentAnswer.of(
                view,
                publishing.lastDay(view.document()),
                columns.column(view.document().column()).key(),
                wording);
    }
}
