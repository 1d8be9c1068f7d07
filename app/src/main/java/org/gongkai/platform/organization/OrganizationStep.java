package org.gongkai.platform.organization;

import static org.gongkai.platform.roles.Role.DISCLOSURE_OFFICE;
import static org.gongkai.platform.roles.Role.OPERATOR;
import static org.gongkai.platform.roles.Role.SECTION_HEAD;

import java.util.Set;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Who may change what in the registers (机构人员登记权限). Everybody signed in may read their own agency;
 * the operator works for every agency of the installation, the others for their own.
 */
public enum OrganizationStep {
    ADD_AGENCY(OPERATOR),
    CHANGE_AGENCY(OPERATOR, DISCLOSURE_OFFICE),
    CHANGE_PREFIX(OPERATOR, DISCLOSURE_OFFICE),
    ADD_SECTION(OPERATOR, DISCLOSURE_OFFICE),
    CHANGE_SECTION(OPERATOR, DISCLOSURE_OFFICE),
    CLOSE_SECTION(OPERATOR, DISCLOSURE_OFFICE),
    CHANGE_DUTIES(OPERATOR, DISCLOSURE_OFFICE),
    ADD_PERSON(OPERATOR),
    CHANGE_PERSON(OPERATOR),
    END_PERSON(OPERATOR),
    GRANT_ROLE(OPERATOR),
    END_ROLE(OPERATOR),
    NAME_OPENNESS_OFFICER(OPERATOR, DISCLOSURE_OFFICE, SECTION_HEAD),
    COVER_FOR_OTHERS(OPERATOR, DISCLOSURE_OFFICE),
    CHANGE_LEADING_GROUP(OPERATOR, DISCLOSURE_OFFICE),
    CHANGE_DISCLOSURE_LIST(DISCLOSURE_OFFICE, SECTION_HEAD);

    private final Set<Role> roles;

    OrganizationStep(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that may take this step. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether the actor may take this step in this agency, for this section if one is named. */
    public boolean isAllowed(Actor actor, AgencyId agency, @Nullable SectionId section) {
        return actor.grants().stream()
                .filter(it -> roles.contains(it.role()))
                .filter(it -> it.role() == OPERATOR || actor.agency().equals(agency))
                .anyMatch(it -> it.section() == null || it.section().equals(section));
    }

    /** Refuses whoever may not. */
    void require(Actor actor, AgencyId agency, @Nullable SectionId section) {
        if (!isAllowed(actor, agency, section)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "organization.refused.not-allowed");
        }
    }
}
