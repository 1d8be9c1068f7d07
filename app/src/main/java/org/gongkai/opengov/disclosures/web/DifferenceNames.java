package org.gongkai.opengov.disclosures.web;

import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/**
 * The names of fields in a difference (改动项目名称); the templates ask it as {@code @differenceNames}.
 */
@Component
class DifferenceNames {
    private final Wording wording;

    DifferenceNames(Wording wording) {
        this.wording = wording;
    }

    /** The name of a field as the form shows it. */
    public String of(String field) {
        if (field.startsWith("fields.")) {
            return wording.say("disclosures." + field);
        }
        if (field.startsWith("attachments.")) {
            return wording.say(
                    "disclosures.difference.attachment", field.substring("attachments.".length()));
        }
        return wording.say("disclosures.difference.of." + field);
    }
}
