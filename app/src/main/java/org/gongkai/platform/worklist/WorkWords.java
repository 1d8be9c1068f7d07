package org.gongkai.platform.worklist;

import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a thing to do is called (待办用语), the same on the page and over the API. */
@Component
class WorkWords {
    private final Wording wording;
    private final SectionNames sections;

    WorkWords(Wording wording, SectionNames sections) {
        this.wording = wording;
        this.sections = sections;
    }

    /** What is to be done: 《…》等待您签署. */
    String what(WorkItem item) {
        return wording.say(item.messageKey(), item.arguments());
    }

    /** From where it came. */
    String why(WorkItem item) {
        return wording.say(item.messageKey() + ".why", item.arguments());
    }

    /** The word on the button. */
    String verb(WorkItem item) {
        return wording.say(item.messageKey() + ".verb");
    }

    /** The name of the section whose it is. */
    @Nullable String section(WorkItem item) {
        var section = item.section();
        return section == null ? null : sections.nameOf(section);
    }
}
