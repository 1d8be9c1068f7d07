package org.gongkai.opengov.requests.letters;

import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Component;

/** The text of our own for every agency (自拟文本), read once. */
@Component
class OwnTemplates implements LetterTemplates {
    private final TemplateSet own = TemplateSet.read(TemplateSet.ownText());

    @Override
    public TemplateSet inForce(AgencyId agency) {
        return own;
    }
}
