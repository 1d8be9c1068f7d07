package org.gongkai.opengov.requests.letters;

import org.gongkai.platform.roles.AgencyId;

/** The templates by which an agency writes (现行文书模板). */
public interface LetterTemplates {

    /** The set that counts for letters begun now. */
    TemplateSet inForce(AgencyId agency);
}
