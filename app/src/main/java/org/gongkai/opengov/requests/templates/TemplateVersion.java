package org.gongkai.opengov.requests.templates;

import java.time.Instant;
import org.gongkai.opengov.requests.letters.TemplateSet;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A version of an agency's templates (模板版本).
 *
 * @param number from 1; 0 for the text that comes with the program
 * @param why why it was written; empty for the text that comes with the program
 * @param by null for the text that comes with the program
 */
public record TemplateVersion(
        int number,
        String name,
        String text,
        String why,
        @Nullable PersonId by,
        @Nullable Instant writtenAt) {

    /** Whether it is the text that comes with the program. */
    public boolean isOwn() {
        return number == 0;
    }

    /** Whether it still goes by the name of the text that comes with the program. */
    public boolean isNamedOwn() {
        return name.equals(TemplateSet.read(TemplateSet.ownText()).name());
    }

    /** As a set. */
    public TemplateSet set() {
        return TemplateSet.kept(text);
    }
}
