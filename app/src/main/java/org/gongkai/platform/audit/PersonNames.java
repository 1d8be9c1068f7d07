package org.gongkai.platform.audit;

import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;

/**
 * Whose number it is (人员姓名): the trail itself holds numbers only; names are looked up when it is
 * read.
 */
public interface PersonNames {

    /** The name as it is now; of an erased person, what stands in its place. */
    String name(PersonId person);

    /** The people of the agency with this name, past ones too. */
    List<PersonId> called(AgencyId agency, String name);
}
