package org.gongkai.opengov.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.Worklist;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
@DisplayName("An agency without columns sets up the fixed parts once — 固定栏目")
class ColumnFoundationModuleTests {
    private static final AgencyId AGENCY = new AgencyId(711);

    @Autowired ColumnDesk desk;
    @Autowired Columns columns;
    @Autowired Worklist worklist;

    @Test
    void byTheDisclosureOffice() {
        var office = actor(Role.DISCLOSURE_OFFICE);
        assertThat(worklist.itemsFor(office)).extracting(WorkItem::link).contains("/desk/columns");
        refused(actor(Role.CLERK), RefusalKind.NOT_ALLOWED);

        desk.establish(office);

        assertThat(columns.tree(AGENCY))
                .extracting(SiteColumn::name)
                .contains("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开");
        assertThat(columns.tree(AGENCY)).filteredOn(SiteColumn::fixed).hasSize(18);
        refused(office, RefusalKind.NOT_POSSIBLE_NOW);
    }

    private void refused(Actor actor, RefusalKind kind) {
        assertThatThrownBy(() -> desk.establish(actor))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }

    private static Actor actor(Role role) {
        return new Actor(new PersonId(1), "检验", AGENCY, List.of(new Grant(role, null, null)));
    }
}
