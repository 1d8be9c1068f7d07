package org.gongkai.opengov.requests.papers;

import java.util.List;
import org.gongkai.opengov.requests.letters.LetterFacts;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.platform.roles.AgencyId;

/** From where a letter takes what it says (文书要素来源): a request, or a correction or complaint. */
interface LetterSource {
    /** Whose letter it is. */
    AgencyId agency();

    /** What is known without asking anybody. */
    LetterFacts known();

    /** What is suggested for something that is to be typed; empty for nothing. */
    String suggestion(LetterField field);

    /** The files that go with it; those of the edition before stay where nothing changed. */
    List<Enclosure> enclosures(List<Enclosure> before);

    /** What the text has to hold beside its fields. */
    List<String> fixed();
}
