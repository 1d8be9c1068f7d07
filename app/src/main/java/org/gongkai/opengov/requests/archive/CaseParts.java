package org.gongkai.opengov.requests.archive;

import java.util.List;
import org.gongkai.opengov.requests.RequestView;
import org.gongkai.platform.roles.Actor;

/** What one kind of papers adds to the file of a case (卷内文件来源). */
interface CaseParts {

    /** Its parts of this case, none when there are none; who asks is not in them. */
    List<Part> of(Actor by, RequestView view);
}
