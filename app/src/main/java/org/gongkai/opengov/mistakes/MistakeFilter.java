package org.gongkai.opengov.mistakes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which reports are listed (找错留言查询条件).
 *
 * @param state null for any
 * @param sections empty for all, and for those that no section has yet
 */
public record MistakeFilter(@Nullable MistakeState state, Set<SectionId> sections) {
    public MistakeFilter {
        sections = Set.copyOf(sections);
    }

    /** Everything in this state; in any if it is null. */
    public static MistakeFilter in(@Nullable MistakeState state) {
        return new MistakeFilter(state, Set.of());
    }

    /** The same of this section; of all if it is null. */
    public MistakeFilter of(@Nullable SectionId section) {
        return new MistakeFilter(state, section == null ? Set.of() : Set.of(section));
    }

    String where() {
        return " WHERE agency_id = :agency"
                + (state == null ? "" : " AND state = :state")
                + (sections.isEmpty() ? "" : " AND section_id IN (:sections)");
    }

    Map<String, Object> parameters(AgencyId agency) {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        if (state != null) {
            parameters.put("state", state.name());
        }
        if (!sections.isEmpty()) {
            parameters.put("sections", sections.stream().map(SectionId::value).toList());
        }
        return parameters;
    }
}
